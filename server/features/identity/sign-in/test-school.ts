import * as fs from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { SMTPServer } from 'smtp-server';
import { vi } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { createMail } from '../../../platform/mail.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/test-database.ts';
import { answerErrors } from '../../../transport/errors.ts';
import { guardWrites } from '../../../transport/same-origin.ts';
import type { ProviderSettings } from '../provider/provider.ts';
import { createPerson, createSignIns, type NewPerson, type SignIns } from '../public.ts';

// A database, a mail server and real password hashes each: slow on a busy machine, and never decided by speed.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

type Answer = {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, unknown>;
  /** `name=value` of the cookie that was set, ready to be sent back; null when none was. */
  readonly cookie: string | null;
};

type Ask = {
  readonly body?: unknown;
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
};

/** Sign-in on its own database, behind a real HTTP server, with a real mail server that takes its letters. */
export type TestSchool = {
  readonly test: TestDatabase;
  readonly signIns: SignIns;
  readonly http: FastifyInstance;
  readonly letters: readonly { to: string; raw: string }[];
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, ask?: Ask): Promise<Answer>;
  person(given?: Partial<NewPerson>): Promise<{ personId: PersonId; email: string }>;
  /** Asks for a code and reads it out of the letter. */
  codeFor(email: string): Promise<string>;
  /** Signs in by mailed code; the cookie. */
  enter(email: string, ask?: Ask): Promise<string>;
  nextLetter(): Promise<{ to: string; raw: string }>;
  close(): Promise<void>;
};

/** Stops the machine's clock, which better-auth and the limits read, and lets the test move it. */
export function stopTheClock(): { forward(ms: number): void } {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 8, 28, 8) });
  return { forward: (ms) => void vi.setSystemTime(Date.now() + ms) };
}

export async function openSchool(
  given: { baseUrl?: string; demo?: boolean; oidc?: ProviderSettings } = {},
): Promise<TestSchool> {
  const { baseUrl = 'http://localhost:3970', demo = false, oidc = null } = given;
  const test = await createTestDatabase();
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), 'identity-'));
  const post = await openPostOffice();
  const log = makeLog('error');
  const mail = createMail({ smtpUrl: post.url, mailFrom: 'no-reply@mellom.example', dataDir, log });
  const signIns = createSignIns({
    database: test.database,
    settings: { baseUrl, dataDir, demo, oidc },
    clock: { now: () => Date.now() },
    log,
    mail,
    rolesAsked: async () => [],
  });
  const http = fastify();
  answerErrors(http, log);
  guardWrites(http, new Set([baseUrl]));
  await signIns.serve(http);
  let made = 0;

  const school: TestSchool = {
    test,
    signIns,
    http,
    letters: post.letters,
    nextLetter: post.next,
    async ask(method, url, { body, cookie, headers, address } = {}) {
      const response = await http.inject({
        method,
        url,
        remoteAddress: address ?? '127.0.0.1',
        headers: {
          ...(method === 'GET' ? {} : { 'x-mellom': '1', origin: baseUrl }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const set = response.headers['set-cookie'];
      return {
        status: response.statusCode,
        headers: response.headers,
        body: response.body === '' ? {} : response.json(),
        cookie: typeof set === 'string' ? (set.split(';')[0] ?? null) : null,
      };
    },
    async person(given) {
      made += 1;
      const email = given?.email ?? `somebody-${made}@example.org`;
      const personId = await inTransaction(test.database, 'change', (tx) =>
        createPerson(tx, {
          displayName: 'Kari Nordmann',
          givenName: 'Kari',
          roles: [{ role: 'student' }],
          ...given,
          email,
        }),
      );
      return { personId, email };
    },
    async codeFor(email) {
      const letter = post.next();
      await school.ask('POST', '/api/auth/email-otp/send-verification-otp', { body: { email } });
      let { raw } = await letter;
      // One of something else may still have been on its way.
      while (!HAS_CODE.test(raw)) ({ raw } = await post.next());
      return codeIn(raw);
    },
    async enter(email, ask) {
      const otp = await school.codeFor(email);
      const answer = await school.ask('POST', '/api/auth/sign-in/email-otp', {
        ...ask,
        body: { email, otp },
      });
      if (!answer.cookie) throw new Error(`not let in: ${JSON.stringify(answer.body)}`);
      return answer.cookie;
    },
    async close() {
      await http.close();
      mail.close();
      await post.close();
      await test.drop();
      await fs.rm(dataDir, { recursive: true });
    },
  };
  return school;
}

const HAS_CODE = /^\d{8}\r?$/m;

export function codeIn(raw: string): string {
  const code = HAS_CODE.exec(raw)?.[0].trim();
  if (!code) throw new Error('there is no code in the letter');
  return code;
}

/** A real mail server on a free port. */
async function openPostOffice() {
  const letters: { to: string; raw: string }[] = [];
  const waiting: ((letter: { to: string; raw: string }) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        raw += text;
      });
      stream.on('end', () => {
        const letter = { to: session.envelope.rcptTo.map((to) => to.address).join(), raw };
        letters.push(letter);
        done();
        waiting.shift()?.(letter);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: () => new Promise<{ to: string; raw: string }>((resolve) => waiting.push(resolve)),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
