import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { linePathOf } from '#shared/wire/document-line.ts';
import { dataFolderAt, WATCHDOG_MS } from './testing/killed-server.ts';
import { type LineClient, openLineClient } from './testing/line-client.ts';
import { planWriters } from './testing/planned-writers.ts';
import { healthOf, startServer } from './testing/run-server.ts';
import { mountSmallDisk } from './testing/small-disk.ts';
import { storedDocument } from './testing/stored-document.ts';

/** A new database, and its journal at its largest. */
const DISK_MB = 420;
/** Soon more than the free pages of the tables; all of them together less than may wait for one reader (X10). */
const PARAGRAPH = 'Makt i små ord. '.repeat(500);
const PARAGRAPHS_MAX = 200;
const PACE_MS = 40;
/** So long without an acknowledgement, and nothing is stored any more. */
const STUCK_MS = 3_000;

const disk = await mountSmallDisk(DISK_MB);
if (!disk) process.stderr.write('X9 is skipped: this machine lets us mount no small disk\n');
afterAll(() => disk?.unmount());

const text = ({ doc }: { readonly doc: LineClient['doc'] }) => doc.getText('t').toString();

test.skipIf(!disk)(
  'X9 the disk is full while people write: nothing is acknowledged or shown to others that is not stored, the process lives, and all of it is there when there is room again',
  async () => {
    if (!disk) return;
    const folder = dataFolderAt(path.join(disk.folder, 'data'));
    const { documents, tokens } = await folder.onDatabase(planWriters({ documents: 1, people: 2 }));
    const [documentId] = documents as [DocumentId];
    const server = await startServer({
      dataDir: folder.path(),
      env: { DEMO: 'off', LOG_LEVEL: 'error' },
    });
    const lines = tokens.map((token) =>
      openLineClient({
        url: server.url,
        cookie: folder.cookieOf(server, token),
        path: linePathOf(documentId),
      }),
    );
    const [writer, reader] = (await Promise.all(lines)) as [LineClient, LineClient];
    await within(WATCHDOG_MS, () => writer.whole() && reader.whole());
    writer.doc.getText('t').insert(0, 'Før. ');
    await within(WATCHDOG_MS, () => writer.acked() === writer.sent());

    await disk.fill();
    /** Of the text, by the number of the update that made it so long. */
    const lengthAt = new Map([[writer.sent(), text(writer).length]]);
    let ackedAt = performance.now();
    for (let nth = 0; nth < PARAGRAPHS_MAX; nth++) {
      const acked = writer.acked();
      writer.doc.getText('t').insert(text(writer).length, PARAGRAPH);
      lengthAt.set(writer.sent(), text(writer).length);
      await delay(PACE_MS);
      if (writer.acked() > acked) ackedAt = performance.now();
      if (performance.now() - ackedAt > STUCK_MS) break;
    }
    await delay(STUCK_MS);
    const ackedWhileFull = writer.acked();
    expect(ackedWhileFull).toBeLessThan(writer.sent());
    expect(writer.refused).toEqual([]);
    // Others have read what is acknowledged, and nothing beyond it.
    expect(text(reader).length).toBe(lengthAt.get(ackedWhileFull));
    expect(server.process.exitCode).toBeNull();

    await disk.free();
    await within(WATCHDOG_MS, () => writer.acked() === writer.sent());
    await within(WATCHDOG_MS, () => text(reader) === text(writer));
    await within(WATCHDOG_MS, async () => (await healthOf(server.url)) === 200);
    const written = text(writer);
    for (const line of [writer, reader]) line.close();
    expect(await server.stop()).toBe(0);
    const kept = await folder.onDatabase((database) => storedDocument(database, documentId));
    expect(kept.getText('t').toString()).toBe(written);
    process.stderr.write(
      `X9: ${ackedWhileFull} of ${writer.sent()} updates were acknowledged before the disk was full, all of them stored after it\n`,
    );
  },
);

async function within(ms: number, holds: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(holds, { timeout: ms, interval: 50 }).toBe(true);
}
