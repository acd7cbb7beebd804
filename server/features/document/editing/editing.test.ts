import { once } from 'node:events';
import type { Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as catalogue from '#shared/features/document/catalogue/commands.ts';
import * as sharing from '#shared/features/document/sharing/commands.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import {
  CLOSE,
  DOCUMENT_BYTES_MAX,
  linePathOf,
  RIGHT,
  TEXT_FIELD,
} from '#shared/wire/document-line.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { type LineAddress, type LineClient, openLineClient } from '../../../testing/line-client.ts';
import { storedDocument } from '../../../testing/stored-document.ts';
import { until } from '../../../testing/until.ts';
import type { Somebody } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';

/** Five times what a revocation may take: a test catches a hang, a bench measures. */
const WATCHDOG = { timeout: 5_000 };

let world: AppWorld;
let school: WrittenSchool;
const cookies = new Map<Somebody, string>();
beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());

async function line(
  who: Somebody,
  documentId: DocumentId,
  more: Partial<LineAddress> = {},
): Promise<LineClient> {
  const cookie = cookies.get(who) ?? (await world.cookieOf(who));
  cookies.set(who, cookie);
  const opened = await openLineClient({
    ...{ url: world.url, cookie, path: linePathOf(documentId) },
    ...more,
  });
  await until(() => expect(opened.whole()).toBe(true));
  return opened;
}

const type = ({ doc }: { doc: Y.Doc }, text: string) => {
  const root = doc.getText('t');
  root.insert(root.length, text);
};
const read = ({ doc }: { doc: Y.Doc }) => doc.getText('t').toString();
const allAcked = (client: LineClient) => until(() => expect(client.acked()).toBe(client.sent()));

const stored = (documentId: DocumentId) => storedDocument(world.test.database, documentId);

/** The log cannot be written to until it is back. */
async function storageAway() {
  const { database } = world.test;
  await database.execute(sql`alter table document_update rename to document_update_away`);
  let isBack = false;
  async function back(): Promise<void> {
    if (isBack) return;
    isBack = true;
    await database.execute(sql`alter table document_update_away rename to document_update`);
  }
  return { back, [Symbol.asyncDispose]: back };
}

describe('what is acknowledged', () => {
  test('DOC-16 what is acknowledged is stored, counts every message, and is only told to who asked', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId, { plain: true });
    for (const word of ['Makt ', 'i ', 'små ', 'ord']) type(kari, word);
    await allAcked(kari);
    expect(kari.sent()).toBe(5);
    expect((await stored(documentId)).getText('t').toString()).toBe('Makt i små ord');
    await until(() => expect(read(ola)).toBe('Makt i små ord'));
    expect(ola.acked()).toBe(0);
    expect(ola.rights()).toBeNull();
    expect(kari.rights()).toBe(RIGHT.read | RIGHT.write | RIGHT.awareness);
    kari.close();
    ola.close();
  });

  test('DOC-17 nothing is told or acknowledged before it is stored, and everything after', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    await allAcked(kari);
    const locker = await world.test.database.$client.connect();
    await locker.query('begin; lock table document_update in exclusive mode');
    type(kari, 'ennå ikke');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(kari.acked()).toBeLessThan(kari.sent());
    expect(read(ola)).toBe('');
    await locker.query('commit');
    locker.release();
    await allAcked(kari);
    await until(() => expect(read(ola)).toBe('ennå ikke'));
    kari.close();
    ola.close();
  });

  test('X3 while nothing can be stored nothing is called saved; when it can again, everything is', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    await allAcked(kari);
    await using away = await storageAway();
    for (const word of ['mens ', 'det ', 'er ', 'borte']) type(kari, word);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(kari.acked()).toBeLessThan(kari.sent());
    expect(read(ola)).toBe('');
    await away.back();
    await allAcked(kari);
    await until(() => expect(read(ola)).toBe('mens det er borte'));
    expect((await stored(documentId)).getText('t').toString()).toBe('mens det er borte');
    kari.close();
    ola.close();
  });

  test('X3 what waits has a bound: beyond it the line ends, and the browser keeps what it has', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    await allAcked(kari);
    await using away = await storageAway();
    type(kari, 'mitt');
    // What lines may send at once, from eight of them.
    const lines: LineClient[] = [];
    for (let nth = 0; nth < 8; nth++) {
      const one = await line(school.ola, documentId, { silent: true });
      for (let each = 0; each < 290; each++) type(one, 'x');
      lines.push(one);
    }
    expect(await Promise.race(lines.map(({ closed }) => closed))).toBe(CLOSE.tooMuch);
    for (const one of lines) one.close();
    kari.close();
    await away.back();
    const again = await line(school.kari, documentId, { doc: kari.doc });
    await allAcked(again);
    expect((await stored(documentId)).getText('t').toString()).toContain('mitt');
    again.close();
  }, 60_000);

  test('DOC-18 a gap is asked for and settled by the whole, never parked', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const away = new Y.Doc();
    const updates: Uint8Array[] = [];
    away.on('update', (update: Uint8Array) => updates.push(update));
    away.getText('t').insert(0, 'a');
    away.getText('t').insert(1, 'b');
    const before = kari.askedFor();
    kari.update(updates[1] as Uint8Array);
    await until(() => expect(kari.askedFor()).toBe(before + 1));
    expect(kari.acked()).toBeLessThan(kari.sent());
    kari.step2(Y.encodeStateAsUpdate(away));
    await allAcked(kari);
    expect((await stored(documentId)).getText('t').toString()).toBe('ab');
    kari.close();
  });

  test('DOC-19 coming back with nothing new writes nothing', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    type(kari, 'Én gang, og slettet');
    kari.doc.getText('t').delete(0, 3);
    await allAcked(kari);
    const rows = async () =>
      (
        await world.test.database.execute(
          sql`select from document_update where document_id = ${documentId}`,
        )
      ).rows.length;
    const before = await rows();
    kari.close();
    const again = await line(school.kari, documentId, { doc: kari.doc });
    await allAcked(again);
    expect(await rows()).toBe(before);
    again.close();
  });
});

test('DOC-16 a server that stops stores what it took, says that it stops, and waits for nobody who has a line open', async () => {
  const own = await createAppWorld();
  const there = await writeSchool(own);
  const documentId = await there.document();
  const at = { url: own.url, path: linePathOf(documentId) };
  const kari = await openLineClient({ ...at, cookie: await own.cookieOf(there.kari) });
  const deaf = await openLineClient({ ...at, cookie: await own.cookieOf(there.ola) });
  await until(() => expect(kari.whole()).toBe(true));
  deaf.socket.pause();
  type(kari, 'siste ord');
  await allAcked(kari);
  const began = performance.now();
  await own.close();
  // Of the ten seconds in which everything stops, the app has four.
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(await kari.closed).toBe(CLOSE.serverStopping);
  deaf.close();
});

describe('rights on the line', () => {
  test('DOC-5 a teacher reads along and shows where; what she writes is refused and reaches nobody', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const anne = await line(school.anne, documentId);
    expect(anne.rights()).toBe(RIGHT.read | RIGHT.awareness);
    type(anne, 'Rettet av Anne');
    await until(() => expect(anne.refused.at(-1)?.reason).toBe('read-only'));
    type(kari, 'Vårt');
    await until(() => expect(read(anne)).toContain('Vårt'));
    expect((await stored(documentId)).getText('t').toString()).toBe('Vårt');
    anne.awareness([[anne.doc.clientID, 1, { renamed: 3 }]]);
    await until(() => expect(kari.presence.get(anne.doc.clientID)).toContain('Anne Moen'));
    kari.close();
    anne.close();
  });

  test('DOC-6 a stock client that may not write is told so, and goes on reading', async () => {
    const documentId = await school.document();
    const anne = await line(school.anne, documentId, { plain: true });
    const kari = await line(school.kari, documentId);
    type(anne, 'nei');
    await until(() => expect(anne.denied()).toBe(1));
    type(kari, 'ja');
    await until(() => expect(read(anne)).toContain('ja'));
    kari.close();
    anne.close();
  });

  test('DOC-4 a freeze stops everybody at once, in the middle of a word; a thaw lets them on', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    type(kari, 'før ');
    await allAcked(kari);
    expect(await world.call(school.anne, sharing.freezeDocument, { documentId })).toMatchObject({
      ok: true,
    });
    await until(() => expect(kari.rights()).toBe(RIGHT.read | RIGHT.awareness), WATCHDOG);
    type(kari, 'under ');
    await until(() => expect(kari.refused.at(-1)?.reason).toBe('frozen'));
    expect(
      await world.call(school.kari, catalogue.renameDocument, { documentId, title: 'Nei' }),
    ).toEqual({ ok: false, refusal: 'frozen' });
    await world.call(school.anne, sharing.thawDocument, { documentId });
    await until(() => expect(kari.rights()).toBe(7), WATCHDOG);
    kari.close();
    // Her browser still has the words: on return they come in.
    const again = await line(school.kari, documentId, { doc: kari.doc });
    await allAcked(again);
    expect((await stored(documentId)).getText('t').toString()).toBe('før under ');
    again.close();
  });

  test.each([
    [
      'her place in the group',
      CLOSE.forbidden,
      (who: Somebody) => sql`delete from group_member where person_id = ${who.personId}`,
    ],
    [
      'her sign-in',
      CLOSE.signedOut,
      (who: Somebody) => sql`delete from sign_in where person_id = ${who.personId}`,
    ],
    [
      'everything, by suspension',
      CLOSE.signedOut,
      (who: Somebody) => sql`update person set status = 'suspended' where id = ${who.personId}`,
    ],
  ])(
    'F84 whoever loses %s while typing is cut off, and nothing after that is stored',
    async (_, code, takeAway) => {
      const documentId = await school.document();
      const siri = await world.person({ name: 'Ny i gruppa' });
      await school.school.enrol(siri, school.cohortId);
      await school.school.addToGroup(siri, school.groupId);
      const kari = await line(school.kari, documentId);
      const mine = await line(siri, documentId);
      mine.awareness([[mine.doc.clientID, 1, { renamed: 1 }]]);
      await until(() => expect(kari.presence.has(mine.doc.clientID)).toBe(true));
      let typed = 0;
      const typing = setInterval(() => type(mine, `${typed++} `), 20);
      await until(() => expect(mine.acked()).toBeGreaterThan(3));
      const began = performance.now();
      await world.test.database.execute(takeAway(siri));
      expect(await mine.closed).toBe(code);
      expect(performance.now() - began).toBeLessThan(WATCHDOG.timeout);
      clearInterval(typing);
      // What was being stored at that moment still is (DOC-10).
      let after = '';
      await until(
        async () => {
          const before = after;
          after = (await stored(documentId)).getText('t').toString();
          expect(after).toBe(before);
        },
        { interval: 250 },
      );
      type(mine, 'etterpå');
      await until(() => expect(kari.presence.get(mine.doc.clientID)).toBe('null'));
      expect((await stored(documentId)).getText('t').toString()).toBe(after);
      kari.close();
    },
  );

  test('DOC-10 whoever loses access is told first what of theirs is stored: no more is called lost than is', async () => {
    const documentId = await school.document();
    const siri = await world.person({ name: 'Ut av gruppa' });
    await school.school.enrol(siri, school.cohortId);
    await school.school.addToGroup(siri, school.groupId);
    const mine = await line(siri, documentId);
    await allAcked(mine);
    const locker = await world.test.database.$client.connect();
    await locker.query('begin; lock table document_update in exclusive mode');
    type(mine, 'på vei ');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await world.test.database.execute(
      sql`delete from group_member where person_id = ${siri.personId}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    type(mine, 'for sent');
    const open = await Promise.race([mine.closed, 'open']);
    await locker.query('commit');
    locker.release();
    expect(open).toBe('open');
    expect(await mine.closed).toBe(CLOSE.forbidden);
    expect(mine.acked()).toBe(mine.sent() - 1);
    expect(mine.refused).toEqual([]);
    expect((await stored(documentId)).getText('t').toString()).toBe('på vei ');
  });

  test('DOC-8 an unshare closes the open document, and so does the trash; taken back, it opens again', async () => {
    const documentId = await school.document('personal', 'Bare mitt');
    const { personId } = school.ola;
    const share = { documentId, with: { personId }, right: 'read' as const };
    expect(await world.call(school.kari, sharing.shareDocument, share)).toMatchObject({ ok: true });
    const ola = await line(school.ola, documentId);
    expect(ola.rights()).toBe(RIGHT.read | RIGHT.awareness);
    await world.call(school.kari, sharing.unshareDocument, { documentId, personId });
    expect(await ola.closed).toBe(CLOSE.forbidden);
    await expect(line(school.ola, documentId)).rejects.toThrow('HTTP 404');

    const kari = await line(school.kari, documentId);
    await world.call(school.kari, catalogue.trashDocument, { documentId });
    expect(await kari.closed).toBe(CLOSE.forbidden);
    await expect(line(school.kari, documentId)).rejects.toThrow('HTTP 404');
    await world.call(school.kari, catalogue.takeBackDocument, { documentId });
    (await line(school.kari, documentId)).close();
  });
});

describe('who is there', () => {
  test('DOC-11 nobody is somebody else, nobody speaks for another, and who leaves is gone', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    const user = { personId: school.ola.personId, name: 'Ola Hansen' };
    kari.awareness([[kari.doc.clientID, 1, { user, renamed: 1 }]]);
    await until(() => expect(ola.presence.has(kari.doc.clientID)).toBe(true));
    const shown = JSON.parse(ola.presence.get(kari.doc.clientID) ?? '') as Record<string, object>;
    expect(shown.user).toMatchObject({ personId: school.kari.personId, name: 'Kari Nordmann' });
    // Ola takes Kari's number, and sends her away.
    ola.awareness([[kari.doc.clientID, 9, { renamed: 66 }]]);
    ola.awareness([[kari.doc.clientID, 10, null]]);
    ola.awareness([[ola.doc.clientID, 1, { renamed: 2 }]]);
    await until(() => expect(kari.presence.has(ola.doc.clientID)).toBe(true));
    expect(ola.presence.get(kari.doc.clientID)).not.toContain('"renamed":66');
    kari.close();
    await until(() => expect(ola.presence.get(kari.doc.clientID)).toBe('null'), WATCHDOG);
    ola.close();
  });

  test('F84 50,000 invented clients are nobody, and cost nothing', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    for (let batch = 0; batch < 250; batch++) {
      kari.awareness(
        Array.from({ length: 200 }, (_, nth) => [batch * 200 + nth + 1, 1, { n: nth }] as const),
      );
    }
    ola.awareness([[ola.doc.clientID, 1, { renamed: 2 }]]);
    await until(() => expect(ola.presence.size).toBeGreaterThan(0));
    // Kari's four, and Ola himself.
    expect(ola.presence.size).toBeLessThanOrEqual(5);
    type(ola, 'her går det');
    await allAcked(ola);
    kari.awareness(Array.from({ length: 50_000 }, (_, nth) => [nth + 1, 1, {}] as const));
    expect([CLOSE.malformed, CLOSE.tooMuch]).toContain(await kari.closed);
    ola.close();
  });
});

describe('what is too much', () => {
  test('DOC-22 a document at its limit refuses more in words, keeps what is there, and can be made smaller', async () => {
    const documentId = await school.document();
    const piece = 'x'.repeat(DOCUMENT_BYTES_MAX - 200 * 1024);
    const big = new Y.Doc();
    big.getText('t').insert(0, piece);
    const kari = await line(school.kari, documentId, { doc: big });
    await allAcked(kari);
    type(kari, 'y'.repeat(150 * 1024));
    await allAcked(kari);
    expect(kari.refused).toEqual([]);
    type(kari, 'z'.repeat(150 * 1024));
    await until(() => expect(kari.refused.at(-1)?.reason).toBe('document-full'));
    kari.doc.getText('t').delete(0, piece.length);
    await until(() => expect(kari.acked()).toBe(kari.sent()));
    expect((await stored(documentId)).getText('t').toString()).toBe('y'.repeat(150 * 1024));
    kari.close();
  }, 60_000);

  test('DOC-22 of two pastes of which one fits, the first is stored and only the second refused', async () => {
    const documentId = await school.document();
    const big = new Y.Doc();
    big.getText('t').insert(0, 'x'.repeat(DOCUMENT_BYTES_MAX - 200 * 1024));
    const kari = await line(school.kari, documentId, { doc: big });
    await allAcked(kari);
    const ola = await line(school.ola, documentId);
    await allAcked(ola);
    // The first is still on its way to the disk when the second is judged.
    const locker = await world.test.database.$client.connect();
    await locker.query('begin; lock table document_update in exclusive mode');
    type(ola, 'y'.repeat(150 * 1024));
    type(ola, 'z'.repeat(150 * 1024));
    await until(() =>
      expect(ola.refused).toEqual([{ nth: ola.sent(), reason: 'document-full' }]),
    ).finally(async () => {
      await locker.query('commit');
      locker.release();
    });
    await allAcked(ola);
    await until(() => expect(read(kari)).toContain('y'.repeat(150 * 1024)));
    expect(read(kari)).not.toContain('z');
    kari.close();
    ola.close();
  }, 60_000);

  test('F84 a frame of 40 MB ends the line that sent it, and no other', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    kari.raw(new Uint8Array(40 * 1024 * 1024));
    expect([CLOSE.tooLarge, 1006]).toContain(await kari.closed);
    type(ola, 'fortsatt her');
    await allAcked(ola);
    ola.close();
  });

  test('S12 4,000 updates that can never be applied: the sender is refused, others never wait', async () => {
    const documentId = await school.document();
    const kari = await line(school.kari, documentId);
    const ola = await line(school.ola, documentId);
    const never: Uint8Array[] = [];
    for (let nth = 0; nth < 4_000; nth++) {
      const doc = new Y.Doc();
      doc.getText('t').insert(0, 'a');
      doc.getText('t').insert(1, 'b');
      never.push(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(onlyFirst(doc))));
    }
    for (const update of never) kari.update(update);
    let worstMs = 0;
    for (let nth = 0; nth < 20; nth++) {
      const began = performance.now();
      type(ola, 'o');
      await allAcked(ola);
      worstMs = Math.max(worstMs, performance.now() - began);
    }
    expect(worstMs).toBeLessThan(5 * 250);
    expect([CLOSE.malformed, CLOSE.tooMuch]).toContain(await kari.closed);
    ola.close();
  }, 60_000);

  test('X10 a reader that never reads is let go, and the others’ text goes on', async () => {
    const documentId = await school.document();
    const deaf = await line(school.ola, documentId);
    deaf.socket.pause();
    // The library keeps to itself how a line ended.
    const { _socket: below } = deaf.socket as unknown as { readonly _socket: Socket };
    const failed = once(below, 'error');
    const before = process.memoryUsage().rss;
    // What one line may send at once, from several: 12 MB that the deaf one should have read.
    for (let nth = 0; nth < 15; nth++) {
      const kari = await line(school.kari, documentId);
      for (let each = 0; each < 4; each++)
        kari.step2(aDocOf(`${nth} ${each} ${'x'.repeat(200 * 1024)}`));
      await allAcked(kari);
      if (kari.refused.length > 0) break;
      kari.doc.getText('t').delete(0, kari.doc.getText('t').length);
      await allAcked(kari);
      kari.close();
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    deaf.socket.resume();
    expect(await deaf.closed).toBe(1006);
    // So that the kernel keeps nothing for it.
    expect(await failed).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  }, 60_000);
});

describe('what cannot be read', () => {
  test('F84 20,000 mutated frames: no other line notices, and the document stays whole', async () => {
    const documentId = await school.document();
    const ola = await line(school.ola, documentId);
    type(ola, 'Hel tekst');
    await allAcked(ola);
    const chance = ((seed) => () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    })(4);
    const valid = validFrames();
    let sent = 0;
    while (sent < 20_000) {
      const kari = await openLineClient({
        ...{ url: world.url, cookie: cookies.get(school.kari) ?? '', path: linePathOf(documentId) },
        silent: true,
      });
      for (let nth = 0; nth < 250 && sent < 20_000; nth++, sent++) {
        const frame = Uint8Array.from(valid[Math.floor(chance() * valid.length)] ?? []);
        for (let flips = 0; flips <= sent % 4; flips++) {
          frame[Math.floor(chance() * frame.length)] = Math.floor(chance() * 256);
        }
        kari.raw(sent % 7 === 0 ? frame.subarray(0, Math.floor(chance() * frame.length)) : frame);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      kari.close();
      world.clock.advance(1_000);
    }
    const began = performance.now();
    type(ola, ', fortsatt');
    await allAcked(ola);
    expect(performance.now() - began).toBeLessThan(5 * 250);
    const later = await line(school.kari, documentId);
    expect(read(later)).toContain('Hel tekst');
    expect(Y.encodeStateVector(await stored(documentId))).toEqual(Y.encodeStateVector(later.doc));
    ola.close();
    later.close();
  }, 180_000);

  test('X18 a stored update that cannot be applied puts its document in quarantine, with its last good state, and no other', async () => {
    const [sick, well] = [await school.document(), await school.document()];
    const kari = await line(school.kari, sick);
    const ola = await line(school.ola, well);
    type(kari, 'Siste gode');
    await allAcked(kari);
    kari.close();
    // By whatever way it came there.
    const gap = new Y.Doc();
    gap.getText('t').insert(0, 'a');
    gap.getText('t').insert(1, 'b');
    const poison = Y.encodeStateAsUpdate(gap, Y.encodeStateVector(onlyFirst(gap)));
    const row = Buffer.from([poison.length, ...poison]);
    await world.test.database.execute(sql`
      insert into document_update (document_id, seq, person_id, bytes, at)
      select ${sick}, coalesce(max(seq), 0) + 1, ${school.kari.personId}, ${row}, now()
      from document_update where document_id = ${sick}`);
    // Somebody writes: the number is taken, what stands there is read, and cannot be applied.
    const again = await line(school.kari, sick, { doc: kari.doc });
    type(again, '!');
    expect(await again.closed).toBe(CLOSE.quarantined);
    const opened = await openLineClient({
      ...{ url: world.url, cookie: cookies.get(school.kari) ?? '', path: linePathOf(sick) },
    });
    expect(await opened.closed).toBe(CLOSE.quarantined);
    await until(async () => {
      const { rows } = await world.test.database.execute<{ state: Buffer }>(
        sql`select state from document_version where document_id = ${sick} order by at desc`,
      );
      const good = new Y.Doc();
      Y.applyUpdate(good, rows[0]?.state ?? new Uint8Array());
      expect(good.getText('t').toString()).toContain('Siste gode');
    });
    type(ola, 'Her er alt som før');
    await allAcked(ola);
    ola.close();
  });
});

/** The same document as it was after its first letter. */
function onlyFirst(doc: Y.Doc): Y.Doc {
  const first = new Y.Doc();
  first.clientID = doc.clientID;
  first.getText('t').insert(0, 'a');
  return first;
}

function aDocOf(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

/** One of each kind of message, with the two bytes of its kind before the length. */
function validFrames(): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const root = doc.getXmlFragment(TEXT_FIELD);
  const paragraph = new Y.XmlElement('paragraph');
  root.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('En setning')]);
  paragraph.setAttribute('lang', 'nb');
  paragraph.delete(0, 1);
  const frames = updates.flatMap((update) => [
    Uint8Array.from([0, 2, update.length, ...update]),
    Uint8Array.from([0, 1, update.length, ...update]),
  ]);
  return [
    ...frames,
    Uint8Array.from([0, 0, 1, 0]),
    Uint8Array.from([3]),
    Uint8Array.from([100]),
    Uint8Array.from([1, 6, 1, 5, 1, 2, 123, 125]),
  ].filter((frame) => frame.length < 130);
}
