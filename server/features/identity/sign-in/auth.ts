import { createHmac } from 'node:crypto';
import { APIError, type BetterAuthOptions, betterAuth, type DBAdapter } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { eq } from 'drizzle-orm';
import { CODE_DIGITS } from '#shared/features/identity/sign-in/model.ts';
import {
  CODE_LIVES_MS,
  LONGEST_SIGN_IN_MS,
  signInEndsAt,
} from '#shared/features/identity/sign-in/rules.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { person } from '../person/tables.ts';
import { deviceInWords } from './device.ts';
import { hashTokens } from './hashed-tokens.ts';
import type { SignInKey } from './sign-in-key.ts';
import { credential, signIn, verification } from './tables.ts';
import { newToken } from './token.ts';

const CODE_TRIES = 5;
export const PASSWORD_UNITS_MAX = 512;

export type Auth = ReturnType<typeof createAuth>;

/**
 * better-auth with our words, tables, lifetimes and clock. Only its functions are used (`auth.api`): its own
 * HTTP handler is mounted nowhere, so a path that we did not write does not exist.
 */
export function createAuth(parts: {
  readonly database: Database;
  readonly baseUrl: string;
  readonly key: SignInKey;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { database, clock, log } = parts;
  const codeKey = parts.key('code');

  return betterAuth({
    appName: 'Mellom',
    baseURL: parts.baseUrl,
    basePath: '/api/auth',
    secret: parts.key('better-auth').toString('base64url'),
    telemetry: { enabled: false },
    // Ours (limits.ts) counts by account; this one would count by address, and a class shares one.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) =>
        log.error(
          { err: details.find((detail) => detail instanceof Error) },
          `better-auth: ${message}`,
        ),
    },
    database: (options: BetterAuthOptions) =>
      hashTokens(adapterOn(database, options), (work) =>
        inTransaction(database, 'change', (tx) => work(adapterOn(tx, options))),
      ),
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
    },
    user: { modelName: 'person', fields: { name: 'displayName' } },
    session: {
      modelName: 'signIn',
      fields: { userId: 'personId', token: 'tokenHash', userAgent: 'device' },
      expiresIn: LONGEST_SIGN_IN_MS / 1000,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'credential', fields: { userId: 'personId' } },
    // Strangers' addresses pass through this table too: kept as hashes. Swept by us (sign-ins.ts).
    verification: { storeIdentifier: 'hashed', disableCleanup: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Our own rule counts characters (rules.ts); this one counts code units, and is only a ceiling.
      maxPasswordLength: PASSWORD_UNITS_MAX,
    },
    plugins: [
      emailOTP({
        otpLength: CODE_DIGITS,
        expiresIn: CODE_LIVES_MS / 1000,
        allowedAttempts: CODE_TRIES,
        disableSignUp: true,
        storeOTP: {
          hash: async (code) => createHmac('sha256', codeKey).update(code).digest('base64url'),
        },
        // Ways-in.ts mails the codes itself, so that known and unknown addresses take the same path.
        sendVerificationOTP: async () => undefined,
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await isActive(database, session.userId))) {
              throw new APIError('UNAUTHORIZED', { code: 'NOT_ACTIVE' });
            }
            const now = clock.now();
            return {
              data: {
                token: newToken(),
                userAgent: deviceInWords(session.userAgent ?? ''),
                createdAt: new Date(now),
                updatedAt: new Date(now),
                expiresAt: new Date(signInEndsAt(now, now)),
              },
            };
          },
        },
      },
    },
  });
}

function adapterOn(database: Database | Tx, options: BetterAuthOptions): DBAdapter {
  const schema = { person, signIn, credential, verification };
  return drizzleAdapter(database, { provider: 'pg', schema })(options);
}

async function isActive(database: Database, personId: string): Promise<boolean> {
  const found = await database
    .select({ status: person.status })
    .from(person)
    .where(eq(person.id, personId));
  return found[0]?.status === 'active';
}
