/**
 * The environment of installs and builds: this process's own, without what would make them come out differently.
 * `NODE_ENV=production` leaves out development dependencies and breaks type-checking builds.
 */
export function buildEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  for (const name of Object.keys(env)) {
    if (name === 'NODE_ENV' || /^npm_(lifecycle|package|command)/i.test(name)) delete env[name];
  }
  return env;
}
