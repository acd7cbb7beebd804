import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig, withFlags } from './config.ts';
import { StartRefused } from './platform/start-refused.ts';

test('an empty environment is the demonstration school on this machine', () => {
  expect(parseConfig({}, false)).toEqual({
    port: 3000,
    host: '127.0.0.1',
    metrics: null,
    baseUrl: 'http://localhost:3000',
    trustProxy: [],
    dataDir: path.resolve('data'),
    backupDir: path.resolve('backups'),
    erasuresFile: path.resolve('data/erasures'),
    databaseUrl: null,
    smtpUrl: null,
    mailFrom: 'no-reply@localhost',
    livekit: null,
    oidc: null,
    firstAdministrator: null,
    school: { name: null, email: null, privacyEmail: null },
    logLevel: 'info',
    demo: true,
  });
});

test.each([
  ['REDIS_URL', 'one server alone serves a school'],
  ['S3_BUCKET', 'pictures lie in the folder of DATA_DIR'],
  ['S3_ENDPOINT', 'pictures lie in the folder of DATA_DIR'],
  ['S3_SECRET_ACCESS_KEY', 'pictures lie in the folder of DATA_DIR'],
])('%s, which is not built yet, refuses the start in one sentence', (name, instead) => {
  expect(() => parseConfig({ [name]: 'x' })).toThrow(
    new StartRefused(`The setting ${name} is not built yet, and must not be set: ${instead}.`),
  );
  expect(parseConfig({ [name]: '' })).toEqual(parseConfig({}));
});

test('an empty value counts as not set', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseConfig({}));
});

test('a real school may listen to everybody', () => {
  const env = { DEMO: 'off', HOST: '0.0.0.0', BASE_URL: 'https://mellom.example/', PORT: '8080' };
  expect(parseConfig(env)).toMatchObject({
    demo: false,
    host: '0.0.0.0',
    baseUrl: 'https://mellom.example',
    port: 8080,
  });
});

test('F84 WELCOME-1 --real opens a real school, and nothing else can be said on the command line', () => {
  expect(parseConfig(withFlags({ PORT: '8080' }, ['--real']))).toMatchObject({
    demo: false,
    port: 8080,
  });
  expect(parseConfig(withFlags({ DEMO: 'off' }, ['--real'])).demo).toBe(false);
  expect(withFlags({ PORT: '1' }, [])).toEqual({ PORT: '1' });
  expect(() => withFlags({}, ['--reel'])).toThrow(StartRefused);
  expect(() => withFlags({ DEMO: 'on' }, ['--real'])).toThrow(/^[^.]+ choose one\.$/);
});

test('web servers in front of us are named by address, network or the name of one', () => {
  const named = (TRUST_PROXY: string) => parseConfig({ TRUST_PROXY }).trustProxy;
  expect(named('loopback')).toEqual(['loopback']);
  expect(named(' 10.0.0.7 , 192.168.0.0/16,fd00::/8,2001:db8::1 ')).toEqual([
    '10.0.0.7',
    '192.168.0.0/16',
    'fd00::/8',
    '2001:db8::1',
  ]);
});

test('a backup is never written into what it backs up', () => {
  for (const BACKUP_DIR of ['/srv/school', '/srv/school/backups', '/srv/school/../school/x']) {
    expect(() => parseConfig({ DATA_DIR: '/srv/school', BACKUP_DIR })).toThrow(
      'The setting BACKUP_DIR must not lie in DATA_DIR',
    );
  }
  expect(parseConfig({ DATA_DIR: '/srv/school', BACKUP_DIR: '/srv/school-backups' })).toMatchObject(
    {
      backupDir: '/srv/school-backups',
      erasuresFile: '/srv/school/erasures',
    },
  );
});

test('metrics are answered on a port of their own, or not at all', () => {
  expect(parseConfig({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(() => parseConfig({ PORT: '8080', METRICS_PORT: '8080' })).toThrow(
    'The setting METRICS_PORT must be another port than PORT',
  );
});

test('letters come from an address of the school’s own, where one is set', () => {
  const school = { DEMO: 'off', BASE_URL: 'https://mellom.example' };
  expect(parseConfig(school).mailFrom).toBe('no-reply@mellom.example');
  expect(parseConfig({ ...school, MAIL_FROM: 'mellom@skolen.example' }).mailFrom).toBe(
    'mellom@skolen.example',
  );
});

test('a person at the terminal is told only of what needs them, unless they ask for more', () => {
  expect(parseConfig({}, true).logLevel).toBe('warn');
  expect(parseConfig({ LOG_LEVEL: 'info' }, true).logLevel).toBe('info');
});

test('a media server of somebody else is named by its address, key and secret together', () => {
  const env = {
    LIVEKIT_URL: 'wss://media.example/',
    LIVEKIT_API_KEY: 'key',
    LIVEKIT_API_SECRET: 'a secret of more than thirty characters',
  };
  expect(parseConfig(env).livekit).toEqual({
    url: 'https://media.example',
    apiKey: 'key',
    apiSecret: env.LIVEKIT_API_SECRET,
  });
  for (const name of Object.keys(env)) {
    expect(() => parseConfig({ ...env, [name]: '' })).toThrow(`The setting ${name} must be given`);
  }
});

describe('a wrong value stops the start with one sentence that names it', () => {
  test.each([
    { PORT: 'eighty' },
    { PORT: '0' },
    { PORT: '65536' },
    { PORT: '30.5' },
    { HOST: 'not a host' },
    { BASE_URL: 'mellom.example' },
    { BASE_URL: 'ftp://localhost' },
    { BASE_URL: 'http://localhost:3000/school' },
    { TRUST_PROXY: 'true' },
    { TRUST_PROXY: '1' },
    { TRUST_PROXY: 'proxy.example' },
    { TRUST_PROXY: '10.0.0.0/33' },
    { TRUST_PROXY: '0.0.0.0/0' },
    { TRUST_PROXY: '10.0.0.7,' },
    { MAIL_FROM: 'Skolen <mellom@skolen.example>' },
    { DATABASE_URL: 'mysql://localhost/mellom' },
    { DATABASE_URL: 'localhost' },
    { SMTP_URL: 'http://localhost' },
    { LIVEKIT_URL: 'livekit.example' },
    { LIVEKIT_API_SECRET: 'short' },
    { LOG_LEVEL: 'loud' },
    { DEMO: 'yes' },
  ])('%o', (env) => {
    const [name] = Object.keys(env);
    expect(() => parseConfig(env)).toThrow(StartRefused);
    expect(() => parseConfig(env)).toThrow(new RegExp(`^The setting ${name} must be [^\\n]+\\.$`));
  });
});

describe('the demonstration school stays on this machine', () => {
  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.20' },
    { HOST: '127.0.0.1.example.org' },
    { BASE_URL: 'https://mellom.example' },
    { BASE_URL: 'http://localhost.example.org' },
  ])('%o is refused', (env) => {
    expect(() => parseConfig(env)).toThrow('must stay on this machine');
    expect(() => parseConfig({ ...env, DEMO: 'off' })).not.toThrow();
  });

  test.each([
    { HOST: 'localhost' },
    { HOST: '::1', BASE_URL: 'http://[::1]:3000' },
    { HOST: '127.0.0.2', BASE_URL: 'http://127.0.0.2:3000' },
  ])('%o is fine', (env) => {
    expect(parseConfig(env).demo).toBe(true);
  });
});

test('another place that says who somebody is is named whole, and over https unless it is on this machine', () => {
  const whole = {
    ...{ OIDC_ISSUER: 'https://auth.example', OIDC_CLIENT_ID: 'mellom' },
    ...{ OIDC_CLIENT_SECRET: 'secret', OIDC_NAME: 'Feide' },
  };
  expect(parseConfig(whole).oidc).toEqual({
    ...{
      issuer: 'https://auth.example',
      clientId: 'mellom',
      clientSecret: 'secret',
      name: 'Feide',
    },
  });
  expect(parseConfig({ ...whole, OIDC_NAME: '' }).oidc).toMatchObject({ name: 'auth.example' });
  for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
    expect(() => parseConfig({ ...whole, [name]: '' })).toThrow(
      `The setting ${name} must be given`,
    );
  expect(() => parseConfig({ ...whole, OIDC_ISSUER: 'http://auth.example' })).toThrow('https://');
  expect(parseConfig({ ...whole, OIDC_ISSUER: 'http://localhost:4000' }).oidc).not.toBeNull();
});
