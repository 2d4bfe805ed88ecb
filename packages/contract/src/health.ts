import { z } from 'zod';

/** How Claude Code will identify itself to the API. `none`: only the demo can run. */
export const signInSchema = z.enum(['api_key', 'auth_token', 'oauth_token', 'login', 'none']);

export const healthSchema = z
  .object({
    status: z.literal('ok'),
    port: z.number().int(),
    url: z.string(),
    uptime: z.number().meta({ description: 'Seconds' }),
    version: z.string(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof healthSchema>;

/** What this server is and whether it can run agents. */
export const systemSchema = z
  .object({
    version: z.string(),
    database: z.enum(['sqlite', 'postgres']),
    dataDirectory: z.string(),
    outputDirectory: z.string(),
    agent: z.object({
      available: z.boolean(),
      version: z.string().nullable().meta({ description: 'Version of Claude Code' }),
      signIn: signInSchema,
      maxConcurrent: z.number().int(),
    }),
    pipelines: z.array(z.string()).meta({ description: 'Task types that this version can run' }),
  })
  .meta({ id: 'System' });
export type SystemInfo = z.infer<typeof systemSchema>;
