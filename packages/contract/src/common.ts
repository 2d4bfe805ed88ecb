import { z } from 'zod';

/** An ISO-8601 UTC time with milliseconds. */
export const timestampSchema = z.iso.datetime().meta({ description: 'ISO-8601 UTC time' });

export const idSchema = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`), `must be an id like ${prefix}_…`)
    .meta({ description: `Prefixed, time-sortable id (${prefix}_…)` });

/** `{items, nextCursor}`: pass `nextCursor` as `cursor` for the next page; null on the last one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** A query parameter that is a whole number. */
export const integerParam = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);

export const localizedTextSchema = z.object({ en: z.string(), ko: z.string() });

/** Control characters (but tab and line breaks) are removed at the edge. */
export const cleanText = (minimum: number, maximum: number) =>
  z
    .string()
    .transform((text) => text.replace(/[^\P{Cc}\t\n\r]/gu, '').trim())
    .pipe(z.string().min(minimum).max(maximum));
