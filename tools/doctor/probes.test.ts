import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createTestDatabase } from '../../server/testing/test-database.ts';
import * as probes from './probes.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function folder(): Promise<string> {
  const made = await fs.mkdtemp(path.join(tmpdir(), 'mellom-doctor-'));
  closers.push(() => fs.rm(made, { recursive: true, force: true }));
  return made;
}

test('doctor a port is free until somebody listens, and says who does', async () => {
  const other = createServer((_request, response) => response.end('hello'));
  const port = await serve(other);
  expect(await probes.tryPort(port, '127.0.0.1')).toBe('taken');
  expect(await probes.whoAnswers(port)).toBe('somebody else');
  const ours = createServer((_request, response) => response.end('{"parts":{"media":"ready"}}'));
  expect(await probes.whoAnswers(await serve(ours))).toBe('Mellom');
  other.close();
  await once(other, 'close');
  expect(await probes.tryPort(port, '127.0.0.1')).toBe('free');
  expect(await probes.whoAnswers(port)).toBe('nobody');
});

test('doctor UDP: a port that is taken, an echo that comes, and one that does not', async () => {
  const taken = createSocket('udp4');
  taken.bind(0);
  await once(taken, 'listening');
  closers.push(() => taken.close());
  expect(await probes.udpIsFree(taken.address().port)).toBe(false);
  const free = createSocket('udp4');
  free.bind(0);
  await once(free, 'listening');
  const { port } = free.address();
  free.close();
  await once(free, 'close');
  expect(await probes.udpIsFree(port)).toBe(true);
  expect(await probes.echo('127.0.0.1', port)).toBeGreaterThan(0);
  // Of the addresses that are kept for examples: nobody is there.
  expect(await probes.echo('192.0.2.1', port)).toBeNull();
});

test('doctor a front answers questions, and upgrades or does not', async () => {
  const site = createServer((request, response) => {
    response.statusCode = request.url === '/health' ? 200 : 404;
    response.end();
  });
  const port = await serve(site);
  const origin = `http://127.0.0.1:${port}`;
  expect(await probes.statusOf(`${origin}/health`)).toBe(200);
  expect(await probes.upgradeStatus(origin)).toBe(404);
  site.on('upgrade', (_request, line) =>
    line.end(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ),
  );
  expect(await probes.upgradeStatus(origin)).toBe(101);
  expect(await probes.clockAhead(origin)).toBe(0);
  site.close();
  site.closeAllConnections();
  await once(site, 'close');
  expect(await probes.statusOf(`${origin}/health`)).toBeNull();
});

test('doctor a span of time lies after another by the least that it can be', () => {
  expect(probes.aheadOf({ from: 100, to: 200 }, { from: 150, to: 300 })).toBe(0);
  expect(probes.aheadOf({ from: 500, to: 600 }, { from: 150, to: 300 })).toBe(200);
  expect(probes.aheadOf({ from: 100, to: 120 }, { from: 150, to: 300 })).toBe(-30);
});

const openssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!openssl)(
  'doctor a certificate: how long, from whom, and why it is not trusted',
  async () => {
    const dir = await folder();
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(dir, name)) as [
      string,
      string,
    ];
    const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    const about = ['-days', '10', '-subj', '/O=Prøveskolen/CN=localhost', '-utf8'];
    execFileSync('openssl', [...made, ...about, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    const server = createTlsServer({ key: await fs.readFile(key), cert: await fs.readFile(cert) });
    const port = await serve(server as unknown as Server);
    const got = await probes.certificateOf('localhost', port);
    if (got instanceof Error) throw got;
    expect(got.error).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(Math.round((got.validTo - Date.now()) / 86_400_000)).toBe(10);
  },
);

test('doctor a port without TLS has no certificate', async () => {
  const port = await serve(createServer());
  expect(await probes.certificateOf('localhost', port)).toBeInstanceOf(Error);
});

test('doctor the database that is named tells its version and its time; one that is not there does not', async () => {
  const database = await createTestDatabase();
  closers.push(() => database.drop());
  const found = await probes.askDatabase(database.url);
  expect(found.version).toBeGreaterThanOrEqual(15);
  expect(found.aheadMs).toBe(0);
  await expect(probes.askDatabase('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow();
  expect((await probes.ownDatabase()).version).toBe(18);
});

test('doctor a folder of ours, one to be made, and one under a file', async () => {
  const dir = await folder();
  await fs.chmod(dir, 0o750);
  expect(await probes.lookAtFolder(dir)).toEqual({ writable: true, mode: 0o750 });
  expect(await probes.lookAtFolder(path.join(dir, 'a/b'))).toEqual({ writable: true, mode: null });
  await fs.writeFile(path.join(dir, 'file'), '');
  expect((await probes.lookAtFolder(path.join(dir, 'file/b'))).writable).toBe(false);
});

test('doctor a mail server that is there, and one that is not', async () => {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  closers.push(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  expect(await probes.askMailServer(`smtp://127.0.0.1:${port}`)).toBe(true);
  expect(await probes.askMailServer('smtp://127.0.0.1:1')).toBeInstanceOf(Error);
});
