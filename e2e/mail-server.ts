import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { codeIn, decoded } from './mailbox.ts';

/** A real mail server on a port of its own, which keeps what it is given. */
export type MailServer = {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** The code in the newest letter, once so many letters have come. */
  code(letters: number): Promise<string>;
  /** The newest letter to an address, as its reader sees it, once it has come. */
  letterTo(address: string): Promise<string>;
  close(): Promise<void>;
};

const ARRIVES_WITHIN_MS = 10_000;

export async function openMailServer(): Promise<MailServer> {
  const letters: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, taken) {
      let letter = '';
      stream.setEncoding('utf8').on('data', (more: string) => {
        letter += more;
      });
      stream.on('end', () => {
        letters.push(letter);
        taken();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    async code(count) {
      const giveUpAt = performance.now() + ARRIVES_WITHIN_MS;
      while (letters.length < count && performance.now() < giveUpAt) await delay(25);
      const code = letters.length === count ? codeIn(letters.at(-1) ?? '') : undefined;
      if (!code) throw new Error(`${letters.length} letters came, and no code in the newest`);
      return code;
    },
    async letterTo(address) {
      const giveUpAt = performance.now() + ARRIVES_WITHIN_MS;
      for (;;) {
        const letter = letters.findLast((each) => each.includes(`To: ${address}`));
        if (letter) return decoded(letter);
        if (performance.now() > giveUpAt) throw new Error(`no letter to ${address}`);
        await delay(25);
      }
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
