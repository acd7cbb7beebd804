import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Log } from './log.ts';
import { createMail } from './mail.ts';

const letter = { to: 'kari@example.org', subject: 'Koden din', text: 'Hei!\n\n12345678\n' };

test('F85 without a mail server a letter becomes a file, and the log says where and nothing else', async () => {
  const dataDir = await fs.mkdtemp(path.join(tmpdir(), 'identity-mail-'));
  const info = vi.fn();
  const log = { info } as unknown as Log;
  const mail = createMail({ smtpUrl: null, mailFrom: 'mellom@skolen.example', dataDir, log });

  await mail.send(letter);

  const [name = ''] = await fs.readdir(path.join(dataDir, 'mail'));
  const file = path.join(dataDir, 'mail', name);
  expect(name).toMatch(/\.eml$/);
  const written = await fs.readFile(file, 'utf8');
  expect(written).toContain('12345678');
  expect(written).toContain('From: Mellom <mellom@skolen.example>');
  expect((await fs.stat(file)).mode & 0o777).toBe(0o600);
  expect(info.mock.calls).toEqual([[{ file }, expect.any(String)]]);
  expect(JSON.stringify(info.mock.calls)).not.toMatch(/12345678|kari/);
  await fs.rm(dataDir, { recursive: true });
});

test('a mail server that does not answer makes sending fail, and is not waited for longer than its limit', async () => {
  const mail = createMail({
    smtpUrl: 'smtp://127.0.0.1:1',
    mailFrom: 'mellom@skolen.example',
    dataDir: '/nowhere',
    log: {} as Log,
  });
  await expect(mail.send(letter)).rejects.toThrow('ECONNREFUSED');
  mail.close();
});
