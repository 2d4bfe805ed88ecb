import { z } from 'zod';
import { listOf, timestampSchema } from './common.ts';

export const fileEntrySchema = z
  .object({
    path: z.string().meta({ description: 'Relative to the workspace, with forward slashes' }),
    name: z.string(),
    type: z.enum(['file', 'directory']),
    sizeBytes: z.number().int(),
    modifiedAt: timestampSchema,
  })
  .meta({ id: 'FileEntry' });
export type FileEntry = z.infer<typeof fileEntrySchema>;

export const pathQuerySchema = z.object({ path: z.string().max(4096).default('') });
export const contentQuerySchema = z.object({ path: z.string().min(1).max(4096) });
export const fileListSchema = listOf(fileEntrySchema).meta({ id: 'FileList' });

/** A file's content. Text is UTF-8; binary files and what lies beyond 2 MiB are not sent. */
export const fileContentSchema = z
  .object({
    path: z.string(),
    sizeBytes: z.number().int(),
    encoding: z.enum(['utf8', 'binary']),
    content: z.string().nullable().meta({ description: 'null for binary files' }),
    truncated: z.boolean(),
  })
  .meta({ id: 'FileContent' });
export type FileContent = z.infer<typeof fileContentSchema>;
