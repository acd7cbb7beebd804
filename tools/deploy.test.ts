import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig, SETTINGS } from '../server/config.ts';
import { WEBHOOK_PATH } from '../server/features/seminar-room/public.ts';

const root = path.join(import.meta.dirname, '..');
const textOf = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, it = '']) => it);

/** `NAME=value` lines. */
const envOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gmu)].map(([, name, value]) => [name, value]),
  );

const operators = envOf(textOf('deploy/mellom.env'));
const units = ['mellom.service', 'mellom-backup.service'];
const compose = textOf('deploy/compose.yaml');
const container = textOf('deploy/Containerfile');

/** What the service `mellom` of compose.yaml is given, over what its image has. */
function settingsInContainer(): Record<string, string> {
  const filled: Readonly<Record<string, string>> = {
    ...envOf(textOf('deploy/compose.env')),
    DATABASE_PASSWORD: 'a'.repeat(64),
    LIVEKIT_API_SECRET: 'b'.repeat(64),
  };
  const [ours = ''] = found(compose, /^ {2}mellom:\n(.*?)^ {2}database:/gmsu);
  const given = [...ours.matchAll(/^ {6}([A-Z_]+): (.*)$/gmu)].map(([, name, value = '']) => [
    name,
    value.replace(/\$\{(\w+)\}/gu, (_, variable: string) => filled[variable] ?? ''),
  ]);
  const image = [...container.matchAll(/^(?:ENV| {3}) ([A-Z_]+)=(\S+)/gmu)].map(
    ([, name, value]) => [name, value],
  );
  return Object.fromEntries([...image, ...given]);
}

test('every setting has its row in the table, and no row is of none', () => {
  const table = textOf('docs/running.md').split('## 2. Settings')[1]?.split('\n## ')[0] ?? '';
  const rows = found(table, /^\| (`.*?`) \|/gmu).flatMap((names) => found(names, /`(\w+)`/gu));
  const later = ['REDIS_URL'];
  expect(rows.filter((name) => !later.includes(name)).sort()).toEqual([...SETTINGS].sort());
});

test('what deploy/ sets are settings, and the server takes their values', () => {
  for (const given of [operators, settingsInContainer()]) {
    expect(Object.keys(given).filter((name) => !SETTINGS.includes(name))).toEqual([]);
    expect(parseConfig(given)).toMatchObject({ demo: false, baseUrl: 'https://skole.example' });
  }
  expect(settingsInContainer()).toMatchObject({ HOST: '0.0.0.0', DEMO: 'off' });
});

test('the services may write where the settings lead, and share the database’s socket', () => {
  const writes = (unit: string) =>
    found(textOf(`deploy/${unit}`), /^ReadWritePaths=(.*)$/gmu)[0]?.split(' ');
  const erasures = path.dirname(operators.ERASURES_FILE ?? '');
  expect(writes('mellom.service')).toEqual([operators.DATA_DIR, erasures]);
  expect(writes('mellom-backup.service')).toEqual([operators.DATA_DIR, operators.BACKUP_DIR]);
  const shared =
    /^(?:User|WorkingDirectory|EnvironmentFile|Environment|RuntimeDirectory\w*)=.*$/gmu;
  const [server, backup] = units.map((unit) => textOf(`deploy/${unit}`).match(shared));
  expect(server).toEqual(backup);
  expect(server).toContain('Environment=XDG_RUNTIME_DIR=/run/mellom');
  for (const unit of units) {
    const [tool = ''] = found(textOf(`deploy/${unit}`), /^ExecStart=.* (\S+\.ts)/gmu);
    expect(fs.existsSync(path.join(root, tool)), tool).toBe(true);
  }
});

test('the ports agree', () => {
  const port = `${parseConfig({}).port}`;
  expect(found(textOf('deploy/Caddyfile'), /reverse_proxy 127\.0\.0\.1:(\d+)/gu)).toEqual([port]);
  expect(found(textOf('deploy/Caddyfile.compose'), /reverse_proxy mellom:(\d+)/gu)).toEqual([port]);
  expect(found(container, /(?:EXPOSE |127\.0\.0\.1:|PORT=)(\d+)/gu)).toEqual([port, port, port]);
  const livekit = textOf('deploy/livekit.yaml');
  const [signalling = ''] = found(livekit, /^port: (\d+)/gmu);
  expect(new URL(operators.LIVEKIT_URL ?? '').port).toBe(signalling);
  expect(found(compose, /LIVEKIT_URL: .*:(\d+)/gu)).toEqual([signalling]);
  const [udp, tcp] = [/udp_port: (\S+)/gu, /tcp_port: (\S+)/gu].map((at) => found(livekit, at)[0]);
  expect(compose).toContain(`"${udp}:${udp}/udp"`);
  expect(compose).toContain(`"${tcp}:${tcp}/tcp"`);
  expect(livekit).toContain(`http://mellom:${port}${WEBHOOK_PATH}`);
  expect(compose).not.toMatch(new RegExp(`["-] ?"?${signalling}:`, 'u'));
});

test('files that are named are there', () => {
  const named = found(compose, /- \.\/([\w.]+):/gu).map((file) => `deploy/${file}`);
  const inDocs = found(textOf('docs/running.md'), /\(\.\.\/(deploy\/[\w.]+)\)/gu);
  for (const file of [...named, ...inDocs])
    expect(fs.existsSync(path.join(root, file)), file).toBe(true);
  expect(named.length + inDocs.length).toBeGreaterThan(4);
});
