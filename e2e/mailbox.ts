import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ARRIVES_WITHIN_MS = 20_000;

/**
 * Takes the letter to an address out of the mailbox and reads its code. The server writes letters as files where it
 * knows no mail server.
 * @throws when none arrives
 */
export async function takeMailedCode(dataDir: string, to: string): Promise<string> {
  const folder = path.join(dataDir, 'mail');
  const giveUpAt = performance.now() + ARRIVES_WITHIN_MS;
  while (performance.now() < giveUpAt) {
    for (const name of await readdir(folder).catch(() => [])) {
      // Another test may have taken its own letter in this moment.
      const letter = await readFile(path.join(folder, name), 'utf8').catch(() => '');
      const code = letter.includes(`To: ${to}`) ? codeIn(letter) : undefined;
      if (!code) continue;
      await rm(path.join(folder, name));
      return code;
    }
    await delay(25);
  }
  throw new Error(`no letter to ${to}`);
}

/**
 * Reads a letter to an address that has been written, as its reader sees it; it stays in the mailbox.
 * @throws when none arrives
 */
export async function readLetter(dataDir: string, to: string, subject: string): Promise<string> {
  const folder = path.join(dataDir, 'mail');
  const giveUpAt = performance.now() + ARRIVES_WITHIN_MS;
  while (performance.now() < giveUpAt) {
    for (const name of await readdir(folder).catch(() => [])) {
      const letter = await readFile(path.join(folder, name), 'utf8').catch(() => '');
      if (letter.includes(`To: ${to}`) && letter.includes(`Subject: ${subject}`))
        return decoded(letter);
    }
    await delay(25);
  }
  throw new Error(`no letter to ${to}`);
}

/** Quoted-printable (RFC 2045 §6.7) as text. */
export function decoded(letter: string): string {
  const bytes = letter
    .replaceAll('\r', '')
    .replaceAll('=\n', '')
    .replace(/=([0-9A-F]{2})/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The code in a letter: eight digits on a line of their own. */
export function codeIn(letter: string): string | undefined {
  return /^\d{8}$/m.exec(letter.replaceAll('\r', ''))?.[0];
}
