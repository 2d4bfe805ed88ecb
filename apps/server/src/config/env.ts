/** The environment as text. This file is the only reader of `process.env`. */
export type Env = Readonly<Record<string, string | undefined>>;

export function readEnv(): Env {
  return process.env;
}
