import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

const parse = (env: Record<string, string>) => parseConfig({ HOME: '/home/kim', ...env }, '1.0.0');

describe('configuration', () => {
  it('needs nothing', () => {
    expect(parse({})).toMatchObject({
      dataDirectory: '/home/kim/.claude-code-server',
      outputDirectory: '/home/kim/.claude-code-server/projects',
      host: '127.0.0.1',
      port: 3333,
      databaseUrl: undefined,
      maxConcurrentAgents: 3,
    });
  });

  it('takes CCS_PORT before DASHBOARD_PORT, and an empty variable for one that is not set', () => {
    expect(parse({ DASHBOARD_PORT: '4000' }).port).toBe(4000);
    expect(parse({ DASHBOARD_PORT: '4000', CCS_PORT: '5000' }).port).toBe(5000);
    expect(parse({ DASHBOARD_PORT: '4000', CCS_PORT: '' }).port).toBe(4000);
  });

  it.each([
    ['CCS_PORT', 'http'],
    ['CCS_PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['CCS_MAX_CONCURRENT_AGENTS', '0'],
    ['CCS_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => parse({ [name]: value })).toThrow(ConfigError);
    expect(() => parse({ [name]: value })).toThrow(name);
  });

  it('gives agents only what is theirs', () => {
    const { agent } = parse({
      ANTHROPIC_API_KEY: 'k',
      CCS_SECRET_KEY: 's',
      DATABASE_URL: 'postgres://u:p@h/d',
      PATH: '/bin',
    });
    expect(agent).toEqual({ ANTHROPIC_API_KEY: 'k', PATH: '/bin', HOME: '/home/kim' });
  });
});
