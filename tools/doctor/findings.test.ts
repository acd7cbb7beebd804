import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import * as findings from './findings.ts';
import type { Candidate, KnockAnswer } from './media-knock.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const at = (address: string): Candidate => ({ protocol: 'udp', address, port: 7882 });

/** What a LiveKit says that is as it should be. */
const GOOD: KnockAnswer = {
  version: '1.13.5',
  iceServers: ['stun:127.0.0.1:9'],
  candidates: [at('203.0.113.5')],
  answeredMs: [12],
};
const wrongs = (found: readonly findings.Finding[]) =>
  found.filter(({ status }) => status === 'wrong').map(({ what }) => what);

test('doctor an address is for this machine, this network or everybody', () => {
  for (const [address, reach] of [
    ['127.0.0.1', 'this machine'],
    ['[::1]', 'this machine'],
    ['10.1.2.3', 'this network'],
    ['172.16.0.1', 'this network'],
    ['172.32.0.1', 'everybody'],
    ['192.168.1.4', 'this network'],
    ['100.64.0.9', 'this network'],
    ['100.128.0.9', 'everybody'],
    ['fd12::1', 'this network'],
    ['203.0.113.5', 'everybody'],
    ['2001:db8::1', 'everybody'],
    ['skole.example', 'everybody'],
  ] as const) {
    expect([address, findings.reachOf(address)]).toEqual([address, reach]);
  }
});

test('doctor a port is free, ours, or somebody else’s', () => {
  expect(findings.judgePort(3000, 'free', 'nobody').status).toBe('ok');
  expect(findings.judgePort(3000, 'taken', 'Mellom').status).toBe('ok');
  expect(findings.judgePort(3000, 'taken', 'somebody else').status).toBe('wrong');
  expect(findings.judgePort(3000, 'taken', 'nobody').status).toBe('wrong');
  expect(findings.judgePort(80, 'not allowed', 'nobody').status).toBe('wrong');
});

test('doctor media that answers at an address for everybody is right', () => {
  const found = findings.judgeMedia(GOOD, 'everybody');
  expect(found.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
});

test('doctor a site for everybody whose media is for this network is wrong, and one at home is not', () => {
  for (const address of ['10.0.0.4', '127.0.0.1']) {
    const there = { ...GOOD, candidates: [at(address)] };
    expect(wrongs(findings.judgeMedia(there, 'everybody'))).toEqual(['node_ip']);
  }
  const both = { ...GOOD, candidates: [at('10.0.0.4'), at('203.0.113.5')], answeredMs: [1, 1] };
  expect(wrongs(findings.judgeMedia(both, 'everybody'))).toEqual([]);
  const home = { ...GOOD, candidates: [at('127.0.0.1')] };
  expect(wrongs(findings.judgeMedia(home, 'this machine'))).toEqual([]);
  const none = { ...GOOD, candidates: [], answeredMs: [] };
  expect(wrongs(findings.judgeMedia(none, 'everybody'))).toEqual(['node_ip']);
});

test('doctor UDP that does not answer, third parties and a refused line are wrong', () => {
  expect(wrongs(findings.judgeMedia({ ...GOOD, answeredMs: [null] }, 'everybody'))).toEqual([
    'media udp 7882',
  ]);
  const two = { ...GOOD, candidates: [at('10.0.0.4'), at('203.0.113.5')], answeredMs: [null, 9] };
  expect(wrongs(findings.judgeMedia(two, 'everybody')), 'one address answers').toEqual([]);
  const leaking = { ...GOOD, iceServers: ['stun:stun.l.google.com:19302'] };
  expect(wrongs(findings.judgeMedia(leaking, 'everybody'))).toEqual(['STUN servers']);
  expect(wrongs(findings.judgeMedia(new Error('unauthorized'), 'everybody'))).toEqual(['LiveKit']);
});

test('doctor an older LiveKit than the tested one is advised against', () => {
  const statusFor = (version: string) =>
    findings.judgeMedia({ ...GOOD, version }, 'everybody')[0]?.status;
  expect(['1.9.11', '1.13.0', '1.14.2', '2.0.0'].map(statusFor)).toEqual([
    'advice',
    'ok',
    'ok',
    'ok',
  ]);
});

test('doctor a certificate is looked at for its days, its name and its chain', () => {
  const judged = (days: number, error: string | null = null) =>
    findings.judgeCertificate(
      'skole.example',
      { validTo: NOW + days * DAY_MS, error, issuer: 'Let’s Encrypt' },
      NOW,
    );
  expect(judged(60).status).toBe('ok');
  expect(judged(13).status).toBe('advice');
  expect(judged(-1)).toMatchObject({ status: 'wrong', seen: 'ran out 1 days ago' });
  expect(judged(60, 'ERR_TLS_CERT_ALTNAME_INVALID').seen).toContain('not for skole.example');
  expect(judged(60, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE').fix).toContain('fullchain');
  expect(judged(60, 'DEPTH_ZERO_SELF_SIGNED_CERT').status).toBe('wrong');
  expect(findings.judgeCertificate('skole.example', new Error('refused'), NOW).status).toBe(
    'wrong',
  );
});

test('doctor a front leads to us, lets WebSockets pass, and hides LiveKit’s own calls', () => {
  const judged = (answers: Parameters<typeof findings.judgeFront>[1]) =>
    wrongs(findings.judgeFront('https://skole.example', answers));
  expect(judged({ health: 200, upgrade: 101, twirp: 404 })).toEqual([]);
  expect(judged({ health: 200, upgrade: 400, twirp: 404 })).toEqual(['WebSocket']);
  expect(judged({ health: 200, upgrade: 101, twirp: 401 })).toEqual(['LiveKit’s own calls']);
  expect(judged({ health: 200, upgrade: 101, twirp: 403 })).toEqual([]);
  expect(judged({ health: 502, upgrade: 502, twirp: 404 })).toEqual(['front', 'WebSocket']);
  expect(judged({ health: null, upgrade: null, twirp: null })).toEqual([]);
});

test('doctor clocks may differ by seconds, not by a minute', () => {
  const judged = (ms: number) => findings.judgeClock('its clock', ms).status;
  expect([0, 4_000, -4_000].map(judged)).toEqual(['ok', 'ok', 'ok']);
  expect([8_000, -8_000].map(judged)).toEqual(['advice', 'advice']);
  expect([90_000, -90_000].map(judged)).toEqual(['wrong', 'wrong']);
});

test('doctor the database, the folder, mail and the buffer', () => {
  expect(findings.judgeDatabase({ version: 15 }, false).status).toBe('ok');
  expect(findings.judgeDatabase({ version: 14 }, false).status).toBe('wrong');
  expect(findings.judgeDatabase(new Error('refused'), false).status).toBe('wrong');
  expect(findings.judgeDatabase(new Error('no program'), true).status).toBe('wrong');
  const folder = (writable: boolean, mode: number | null) =>
    findings.judgeDataFolder('/srv/mellom', { writable, mode }).status;
  expect([
    folder(true, 0o700),
    folder(true, null),
    folder(true, 0o755),
    folder(false, 0o700),
  ]).toEqual(['ok', 'ok', 'advice', 'wrong']);
  const backup = (at: number | null) => findings.judgeBackups('/backups', at, 30 * 3_600_000);
  expect([backup(null), backup(0), backup(28 * 3_600_000), backup(30 * 3_600_000)]).toMatchObject([
    { status: 'advice', seen: 'none in /backups' },
    { status: 'advice', seen: 'the newest is 30 hours old' },
    { status: 'ok', seen: 'the newest is 2 hours old' },
    { status: 'ok', seen: 'the newest is less than an hour old' },
  ]);
  expect(findings.judgeMail(true, false).status).toBe('ok');
  expect(findings.judgeMail(null, true).status).toBe('ok');
  expect(findings.judgeMail(null, false).status).toBe('advice');
  expect(findings.judgeMail(new Error('refused'), false).status).toBe('wrong');
  expect(findings.judgeReceiveBuffer(212_992).status).toBe('advice');
  expect(findings.judgeReceiveBuffer(7_500_000).status).toBe('ok');
  expect(findings.judgeReceiveBuffer(null).status).toBe('ok');
});

test('doctor a web server in front that nobody has named is worth a word', () => {
  expect(findings.judgeProxies([])).toMatchObject({
    status: 'advice',
    fix: expect.stringContaining('TRUST_PROXY'),
  });
  expect(findings.judgeProxies(['loopback', '10.0.0.7'])).toMatchObject({
    status: 'ok',
    seen: 'loopback, 10.0.0.7 may say where people come from',
  });
});

test('doctor where LiveKit comes from', () => {
  const from = (program: string | null, go: boolean) =>
    findings.judgeProgram({ program, version: '1.13.5', go }).status;
  expect([from('/usr/bin/livekit-server', false), from(null, true), from(null, false)]).toEqual([
    'ok',
    'advice',
    'advice',
  ]);
});
