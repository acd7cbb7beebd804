import path from 'node:path';
import { z } from 'zod';
import type { SchoolContact } from '#shared/features/own-data/school-contact.ts';
import type { ProviderSettings } from './features/identity/public.ts';
import type { MediaEndpoint } from './platform/livekit/settings.ts';
import { isNetwork } from './platform/remote-address.ts';
import { StartRefused } from './platform/start-refused.ts';

z.config(z.locales.en());

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

/** Names that are kept for later. Whoever sets one counts on it: a start that passes over it in silence would be a lie. */
const NOT_BUILT = [
  { names: /^REDIS_URL$/, instead: 'one server alone serves a school' },
  { names: /^S3_/, instead: 'pictures lie in the folder of DATA_DIR' },
] as const;

const NO_PORT = 'must be a port number from 1 to 65535';
const port = z.coerce
  .number({ error: NO_PORT })
  .int({ error: 'must be a whole number' })
  .min(1, { error: NO_PORT })
  .max(65_535, { error: NO_PORT });
const host = z.string().regex(/^[\w.:-]+$/, { error: 'must be an address or host name' });

const settings = z.object({
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  METRICS_HOST: host.default('127.0.0.1'),
  BASE_URL: url(['http:', 'https:'])
    .refine((text) => !URL.canParse(text) || new URL(text).origin === text.replace(/\/$/, ''), {
      error: 'must be an origin alone, like https://mellom.example, without a path',
    })
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((text) => text.split(',').map((each) => each.trim()))
    .refine((named) => named.every(isNetwork), {
      error: `must be the addresses of web servers in front of us, with commas between them, like 10.0.0.7 or 10.0.0.0/8, or loopback, linklocal or uniquelocal`,
    })
    .default([]),
  DATA_DIR: z.string().default('./data'),
  BACKUP_DIR: z.string().default('./backups'),
  ERASURES_FILE: z.string().optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .email({ error: 'must be an e-mail address alone, like skolen@mellom.example' })
    .optional(),
  LIVEKIT_URL: url(['http:', 'https:', 'ws:', 'wss:']).optional(),
  LIVEKIT_API_KEY: z.string().optional(),
  LIVEKIT_API_SECRET: z
    .string()
    .min(32, { error: 'must be at least 32 characters long' })
    .optional(),
  OIDC_ISSUER: url(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(30, { error: 'must be at most 30 characters long' }).optional(),
  SCHOOL_NAME: z.string().max(80, { error: 'must be at most 80 characters long' }).optional(),
  SCHOOL_EMAIL: z
    .email({ error: 'must be an e-mail address alone, like kontor@skolen.example' })
    .optional(),
  FIRST_ADMINISTRATOR: z
    .email({ error: 'must be an e-mail address alone, like astrid@skolen.example' })
    .optional(),
  PRIVACY_EMAIL: z
    .email({ error: 'must be an e-mail address alone, like personvern@skolen.example' })
    .optional(),
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'debug'], { error: 'must be error, warn, info or debug' })
    .optional(),
  DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

export type Config = {
  port: number;
  host: string;
  /** Where `/metrics` is answered, beside the public port. `null`: nowhere. */
  metrics: { readonly host: string; readonly port: number } | null;
  /** Where people reach us, an origin without a slash at its end. */
  baseUrl: string;
  /** Whose `X-Forwarded-For` is believed: addresses and networks of proxies. Empty: nobody's. */
  trustProxy: readonly string[];
  /** Absolute. Holds the lock, the embedded database and mail that was not sent. */
  dataDir: string;
  /** Absolute, outside the data folder. Where `npm run backup` writes. */
  backupDir: string;
  /** Absolute. Who has been erased, for a database that is put back to before that. */
  erasuresFile: string;
  /** `null`: run the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** `null`: write letters as `.eml` files in the data folder. */
  smtpUrl: string | null;
  /** The address that letters come from. */
  mailFrom: string;
  /** Who answers for what is known about people here; what is null is not said. */
  school: SchoolContact;
  /** A media server that somebody else runs. `null`: run a LiveKit of our own, where there is one or Go to build it. */
  livekit: MediaEndpoint | null;
  /** Another place that says who somebody is, such as Feide. `null`: people sign in here alone. */
  oidc: ProviderSettings | null;
  logLevel: 'error' | 'warn' | 'info' | 'debug';
  /** The address of an administrator who has lost every way in, and is to get a link. `null`: nobody. */
  firstAdministrator: string | null;
  /** Whether this is the demonstration school, where anybody may walk in as anyone. */
  demo: boolean;
};

/**
 * The environment with what was said on the command line: `--real` opens a real school.
 * @throws {StartRefused} for anything else, and where a setting says the opposite
 */
export function withFlags(
  env: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const unknown = flags.find((flag) => flag !== '--real');
  if (unknown !== undefined)
    throw new StartRefused(`There is no ${unknown}: the one flag is --real, for a real school.`);
  if (flags.length === 0) return env;
  if (env.DEMO?.trim() === 'on')
    throw new StartRefused(
      'The setting DEMO is on, and --real asks for a real school: choose one.',
    );
  return { ...env, DEMO: 'off' };
}

/**
 * The settings, from the environment. An empty value counts as not set.
 * @param watched whether a person reads the log as it is written: they are told only of what needs them
 * @throws {StartRefused} with one sentence for the first wrong one
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  watched = process.stderr.isTTY === true,
): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  for (const { names, instead } of NOT_BUILT) {
    const set = Object.keys(given).find((name) => names.test(name));
    if (set)
      throw new StartRefused(
        `The setting ${set} is not built yet, and must not be set: ${instead}.`,
      );
  }
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartRefused(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const {
    PORT,
    HOST,
    DATABASE_URL,
    SMTP_URL,
    MAIL_FROM,
    LOG_LEVEL,
    DEMO,
    ERASURES_FILE,
    METRICS_PORT,
    METRICS_HOST,
  } = parsed.data;
  const dataDir = path.resolve(parsed.data.DATA_DIR);
  const backupDir = path.resolve(parsed.data.BACKUP_DIR);
  if (`${backupDir}${path.sep}`.startsWith(`${dataDir}${path.sep}`)) {
    throw new StartRefused(
      'The setting BACKUP_DIR must not lie in DATA_DIR: a backup that is lost with what it backs up is none.',
    );
  }
  const baseUrl = new URL(parsed.data.BASE_URL ?? `http://localhost:${PORT}`).origin;
  const demo = DEMO === 'on';
  if (METRICS_PORT === PORT) {
    throw new StartRefused(
      'The setting METRICS_PORT must be another port than PORT: people reach that one.',
    );
  }
  if (demo && !isLoopback(HOST)) throw new StartRefused(demoStaysHere('HOST', HOST));
  if (demo && !isLoopback(new URL(baseUrl).hostname)) {
    throw new StartRefused(demoStaysHere('BASE_URL', baseUrl));
  }
  return {
    port: PORT,
    host: HOST,
    metrics: METRICS_PORT === undefined ? null : { host: METRICS_HOST, port: METRICS_PORT },
    baseUrl,
    trustProxy: parsed.data.TRUST_PROXY,
    dataDir,
    backupDir,
    erasuresFile: path.resolve(ERASURES_FILE ?? path.join(dataDir, 'erasures')),
    databaseUrl: DATABASE_URL ?? null,
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    school: {
      name: parsed.data.SCHOOL_NAME ?? null,
      email: parsed.data.SCHOOL_EMAIL ?? null,
      privacyEmail: parsed.data.PRIVACY_EMAIL ?? null,
    },
    livekit: livekitOf(parsed.data),
    oidc: oidcOf(parsed.data),
    firstAdministrator: parsed.data.FIRST_ADMINISTRATOR ?? null,
    logLevel: LOG_LEVEL ?? (watched ? 'warn' : 'info'),
    demo,
  };
}

/**
 * The origins that our pages can have. On this machine people write `localhost` or `127.0.0.1` as they like, and both
 * are this server.
 */
export function originsOf({ baseUrl }: Pick<Config, 'baseUrl'>): ReadonlySet<string> {
  const { protocol, hostname, port } = new URL(baseUrl);
  if (!isLoopback(hostname)) return new Set([baseUrl]);
  const hosts = ['localhost', '127.0.0.1', '[::1]', hostname];
  return new Set(hosts.map((host) => new URL(`${protocol}//${host}:${port}`).origin));
}

/** Address, key and secret belong together: with one of them missing there is no telling what was meant. */
function livekitOf(given: z.infer<typeof settings>): MediaEndpoint | null {
  const names = ['LIVEKIT_URL', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'] as const;
  const missing = names.find((name) => given[name] === undefined);
  if (names.every((name) => given[name] === undefined)) return null;
  if (missing)
    throw new StartRefused(
      `The setting ${missing} must be given with ${names.filter((name) => name !== missing).join(' and ')}.`,
    );
  const { protocol, host } = new URL(given.LIVEKIT_URL ?? '');
  const secure = protocol === 'https:' || protocol === 'wss:';
  return {
    url: `${secure ? 'https' : 'http'}://${host}`,
    apiKey: given.LIVEKIT_API_KEY ?? '',
    apiSecret: given.LIVEKIT_API_SECRET ?? '',
  };
}

/** Issuer, id and secret belong together. Over http anybody on the way could say who somebody is. */
function oidcOf(given: z.infer<typeof settings>): ProviderSettings | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = names.find((name) => given[name] === undefined);
  if (names.every((name) => given[name] === undefined)) return null;
  if (missing)
    throw new StartRefused(
      `The setting ${missing} must be given with ${names.filter((name) => name !== missing).join(' and ')}.`,
    );
  const issuer = given.OIDC_ISSUER ?? '';
  const { protocol, hostname } = new URL(issuer);
  if (protocol === 'http:' && !isLoopback(hostname))
    throw new StartRefused('The setting OIDC_ISSUER must begin with https://.');
  return {
    ...{ issuer, clientId: given.OIDC_CLIENT_ID ?? '', name: given.OIDC_NAME ?? hostname },
    clientSecret: given.OIDC_CLIENT_SECRET ?? '',
  };
}

/** Anybody may walk into the demonstration school, so it is for this machine alone. */
function demoStaysHere(name: string, value: string): string {
  return `The demonstration school lets anybody in, so the setting ${name} must stay on this machine, not ${value}: set DEMO=off for a real school.`;
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
