import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { createServer } from 'node:net';
import path from 'node:path';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { madeAt } from '../../server/storage/backup/backup-name.ts';
import { postgresBinaries } from '../../server/storage/postgres-binaries.ts';
import { executable } from '../../server/storage/postgres-cluster.ts';
import type { Certificate } from './findings.ts';

const run = promisify(execFile);
const ANSWERS_WITHIN_MS = 5_000;

/** Whether we could listen there. */
export async function tryPort(
  port: number,
  host: string,
): Promise<'free' | 'taken' | 'not allowed'> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
    return 'free';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'not allowed' : 'taken';
  } finally {
    probe.close();
  }
}

/** Whether datagrams could be taken there. */
export async function udpIsFree(port: number): Promise<boolean> {
  const probe = createSocket('udp4');
  try {
    probe.bind(port);
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/** Who answers on a port of this machine. */
export async function whoAnswers(port: number): Promise<'Mellom' | 'somebody else' | 'nobody'> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, {
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const health = (await answer.json()) as { parts?: { media?: unknown } };
    return health.parts?.media === undefined ? 'somebody else' : 'Mellom';
  } catch (error) {
    return error instanceof SyntaxError ? 'somebody else' : 'nobody';
  }
}

/** What a program says of its version; null when it says nothing. */
export async function versionOf(program: string): Promise<string | null> {
  const said = await run(program, ['--version'], { timeout: ANSWERS_WITHIN_MS }).catch(() => null);
  return /\d+\.\d+(\.\d+)?/u.exec(said?.stdout ?? '')?.[0] ?? null;
}

/** Sends a datagram to an address of ours and waits for it; how long it took, or null. */
export async function echo(address: string, port: number): Promise<number | null> {
  const listener = createSocket('udp4');
  const sender = createSocket('udp4');
  try {
    listener.bind(port);
    await once(listener, 'listening');
    const cameAt = once(listener, 'message', { signal: AbortSignal.timeout(1_000) }).then(
      () => performance.now(),
      () => null,
    );
    const sentAt = performance.now();
    sender.on('error', () => undefined);
    sender.send('mellom', port, address);
    const came = await cameAt;
    return came === null ? null : came - sentAt;
  } finally {
    listener.close();
    sender.close();
  }
}

/** The certificate that a site shows, trusted or not. */
export function certificateOf(host: string, port: number): Promise<Certificate | Error> {
  return new Promise((resolve) => {
    const line = connectTls({
      host,
      port,
      servername: host,
      rejectUnauthorized: false,
      timeout: ANSWERS_WITHIN_MS,
    });
    line.on('secureConnect', () => {
      const { valid_to: validTo, issuer } = line.getPeerCertificate();
      const error = line.authorizationError as unknown as string | Error | null;
      line.end();
      resolve({
        validTo: Date.parse(validTo),
        error: error ? ((error as NodeJS.ErrnoException).code ?? String(error)) : null,
        issuer: String(issuer.O ?? issuer.CN),
      });
    });
    line.on('timeout', () => line.destroy(new Error('no answer')));
    line.on('error', resolve);
  });
}

/** The status of a plain question, without looking at the certificate: that is judged by itself. Null for no answer. */
export function statusOf(
  url: string,
  given: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const secure = url.startsWith('https:');
    const { method = 'GET', headers = {}, body } = given;
    const asked = { method, headers, timeout: ANSWERS_WITHIN_MS };
    const ask = secure
      ? requestHttps(url, { ...asked, rejectUnauthorized: false })
      : requestHttp(url, asked);
    ask.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    ask.on('upgrade', (_answer, line) => {
      line.destroy();
      resolve(101);
    });
    ask.on('timeout', () => ask.destroy());
    ask.on('error', () => resolve(null));
    ask.end(body);
  });
}

/** The status of one of LiveKit's own calls at an address: 401 where it is reached, without a token of its. */
export function twirpStatus(origin: string): Promise<number | null> {
  return statusOf(`${origin}/twirp/livekit.RoomService/ListRooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
}

/** The status of an upgrade to the live line: 101 when everything on the way lets it pass. */
export function upgradeStatus(origin: string): Promise<number | null> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'bWVsbG9tLWRvY3Rvci0xMg==',
    origin,
  };
  return statusOf(`${origin}/socket.io/?EIO=4&transport=websocket`, { headers });
}

/** How far the clock of a web server is ahead of ours; null when it does not say. Its answer counts whole seconds. */
export async function clockAhead(url: string): Promise<number | null> {
  const askedAt = Date.now();
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }).catch(
    () => null,
  );
  const saidAt = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(saidAt)) return null;
  return aheadOf({ from: saidAt, to: saidAt + 1_000 }, { from: askedAt, to: Date.now() });
}

type Span = { readonly from: number; readonly to: number };

/** How far one span of time lies after another, by the least that it can be; 0 when they touch. */
export function aheadOf(theirs: Span, ours: Span): number {
  if (theirs.from > ours.to) return theirs.from - ours.to;
  if (theirs.to < ours.from) return theirs.to - ours.from;
  return 0;
}

/** The database that the settings name: its version, and how far its clock is ahead. */
export async function askDatabase(url: string) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWERS_WITHIN_MS,
  });
  await client.connect();
  try {
    const askedAt = Date.now();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int / 10000 as version,
        extract(epoch from clock_timestamp()) * 1000 as now`,
    );
    const now = Math.floor(Number(rows[0].now));
    return {
      version: Number(rows[0].version),
      aheadMs: aheadOf({ from: now, to: now }, { from: askedAt, to: Date.now() }),
    };
  } finally {
    await client.end();
  }
}

/** The PostgreSQL that we would run ourselves. */
export async function ownDatabase(): Promise<{ readonly version: number }> {
  const version = await versionOf(executable(await postgresBinaries(false), 'postgres'));
  if (version === null) throw new Error('its program does not start');
  return { version: Number.parseInt(version, 10) };
}

/** Whether this user may write in a folder, or make it; and who else may read it. */
export async function lookAtFolder(
  folder: string,
): Promise<{ readonly writable: boolean; readonly mode: number | null }> {
  const found = await fs.stat(folder).catch(() => null);
  if (found === null) {
    const above = path.dirname(folder);
    if (above === folder) return { writable: false, mode: null };
    const { writable } = await lookAtFolder(above);
    return { writable, mode: null };
  }
  const writable = await fs.access(folder, fs.constants.W_OK | fs.constants.X_OK).then(
    () => found.isDirectory(),
    () => false,
  );
  return { writable, mode: found.mode & 0o777 };
}

/** When the newest backup in a folder was made. */
export async function newestBackup(folder: string): Promise<number | null> {
  const names = await fs.readdir(folder).catch(() => []);
  const times = names.map(madeAt).filter((at) => at !== null);
  return times.length > 0 ? Math.max(...times) : null;
}

/** Whether the mail server lets us in. */
export async function askMailServer(url: string): Promise<true | Error> {
  const transport = createTransport(url, { connectionTimeout: ANSWERS_WITHIN_MS } as never);
  try {
    await transport.verify();
    return true;
  } catch (error) {
    return error as Error;
  } finally {
    transport.close();
  }
}

/** The largest receive buffer that a program may ask for, in bytes; null where the kernel does not tell. */
export async function receiveBufferMax(): Promise<number | null> {
  const text = await fs.readFile('/proc/sys/net/core/rmem_max', 'utf8').catch(() => null);
  return text === null ? null : Number(text);
}
