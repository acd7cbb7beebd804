import * as fs from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Log } from './log.ts';
import { newId } from './new-id.ts';

/** A letter in plain text. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Names it for life: sent once more, it is known for the same. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Mail = {
  /** @throws when the letter was not taken over by the mail server, or could not be written */
  send(letter: Letter): Promise<void>;
  close(): void;
};

const CONNECT_WITHIN_MS = 10_000;
const SEND_WITHIN_MS = 20_000;

/**
 * Letters by the mail server that `smtpUrl` names. Without one they are written as `.eml` files into
 * `mail/` of the data folder, and the log says where: never what is in them, nor to whom.
 */
export function createMail(parts: {
  readonly smtpUrl: string | null;
  /** The address that letters come from. */
  readonly mailFrom: string;
  readonly dataDir: string;
  readonly log: Log;
}): Mail {
  const from = { name: 'Mellom', address: parts.mailFrom };
  return parts.smtpUrl === null
    ? mailByFile(mailFolder(parts.dataDir), from, parts.log)
    : mailBySmtp(parts.smtpUrl, from);
}

/** Where letters lie that nobody sends. */
export function mailFolder(dataDir: string): string {
  return path.join(dataDir, 'mail');
}

type Sender = { readonly name: string; readonly address: string };

function messageOf(from: Sender, { id, ...letter }: Letter) {
  const host = from.address.split('@')[1] ?? 'localhost';
  return { from, ...letter, ...(id && { messageId: `<${id}@${host}>` }) };
}

function mailBySmtp(smtpUrl: string, from: Sender): Mail {
  const url = new URL(smtpUrl);
  // A letter with a code does not travel in the clear, unless to this machine or by an express setting.
  const nearby = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const requireTLS = url.protocol === 'smtp:' && !nearby && !url.searchParams.has('requireTLS');
  const transport = createTransport({
    url: smtpUrl,
    ...(requireTLS ? { requireTLS } : {}),
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SEND_WITHIN_MS,
  });
  return {
    send: async (letter) => {
      await transport.sendMail(messageOf(from, letter));
    },
    close: () => transport.close(),
  };
}

function mailByFile(folder: string, from: Sender, log: Log): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (letter) => {
      const { message } = await transport.sendMail(messageOf(from, letter));
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${letter.id ?? newId()}.eml`);
      await fs.writeFile(file, message as Buffer, { mode: 0o600 });
      log.info({ file }, 'a letter was written to a file');
    },
    close: () => transport.close(),
  };
}
