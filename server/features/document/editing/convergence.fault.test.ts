import { setTimeout as delay } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { MESSAGE, TEXT_FIELD } from '#shared/wire/document-line.ts';
import { can } from '../../../access.ts';
import { makeLog } from '../../../platform/log.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';
import { subjectOf } from '../../identity/public.ts';
import { type Editing, type LineEnd, makeEditing } from './editing.ts';
import { fitInto, readUpdate } from './read-update.ts';
import { readStored } from './stored.ts';
import { chanceOf, typeAtRandom } from './testing/random-edits.ts';
import { updatesIn } from './updates-in.ts';

const SEEDS = 200;
const STEPS = 60;

let world: World;
let school: WrittenSchool;
let people: readonly Somebody[];
beforeAll(async () => {
  world = await createWorld();
  school = await writeSchool(world);
  const third = await world.person({ name: 'Tredje' });
  await school.school.enrol(third, school.cohortId);
  await school.school.addToGroup(third, school.groupId);
  people = [school.kari, school.ola, third];
});
afterAll(() => world.close());

const serverNow = () => {
  const parts = { database: world.test.database, clock: world.clock, log: makeLog('error') };
  return makeEditing({ ...parts, can, subjectOf });
};

/** The messages in frames that were put together. */
function messagesIn(frames: Buffer): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let at = 0; at < frames.length; ) {
    const short = frames[at + 1] ?? 0;
    const [head, length] =
      short < 126
        ? [2, short]
        : short === 126
          ? [4, frames.readUInt16BE(at + 2)]
          : [10, Number(frames.readBigUInt64BE(at + 2))];
    all.push(frames.subarray(at + head, at + head + length));
    at += head + length;
  }
  return all;
}

/** A browser on a line that delivers when it is told to, and breaks. */
class Client {
  readonly doc = new Y.Doc();
  readonly who: Somebody;
  out: Uint8Array[] = [];
  in: Uint8Array[] = [];
  end: LineEnd | null = null;
  sent: Uint8Array[] = [];
  acked = 0;
  whole = false;

  constructor(who: Somebody) {
    this.who = who;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line' && this.end) this.edit(2, update);
    });
  }

  edit(step: number, update: Uint8Array): void {
    this.sent.push(update);
    this.out.push(sync(step, update));
  }

  async open(server: Editing, documentId: DocumentId): Promise<void> {
    const opened = await server.admit(
      { ...this.who, expiresAt: Number.MAX_SAFE_INTEGER },
      documentId,
    );
    if (typeof opened === 'string') throw new Error(opened);
    this.sent = [];
    this.acked = 0;
    this.whole = false;
    this.in = [];
    const inbox = this.in;
    this.end = opened({
      send: (frames) => void inbox.push(...messagesIn(frames).map((each) => Uint8Array.from(each))),
      close: () => undefined,
    });
    this.out = [
      encoding.encode((encoder) => encoding.writeVarUint(encoder, MESSAGE.askAcks)),
      sync(0, Y.encodeStateVector(this.doc)),
    ];
  }

  /** The line breaks: what was under way in either direction is lost. */
  drop(): void {
    this.end?.closed();
    this.end = null;
    this.out = [];
    this.in = [];
  }

  async deliverOut(): Promise<void> {
    const message = this.out.shift();
    if (message) await this.end?.message(message);
  }

  hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const kind = decoding.readVarUint(decoder);
    if (kind === MESSAGE.acked) this.acked = Math.max(this.acked, decoding.readVarUint(decoder));
    if (kind !== MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === 0) this.edit(1, Y.encodeStateAsUpdate(this.doc, bytes));
    else Y.applyUpdate(this.doc, bytes, 'line');
    if (step === 1) this.whole = true;
  }

  deliverIn(chance: () => number): void {
    // Now and then out of order, and now and then twice.
    const at = chance() < 0.2 ? Math.floor(chance() * Math.min(3, this.in.length)) : 0;
    const [message] = this.in.splice(at, 1);
    if (!message) return;
    this.hear(message);
    if (chance() < 0.1) this.hear(message);
  }
}

function sync(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

async function storedDoc(documentId: DocumentId): Promise<Y.Doc> {
  const found = await readStored(world.test.database, documentId);
  const doc = new Y.Doc();
  if (found?.stored.snapshot) Y.applyUpdate(doc, found.stored.snapshot.state);
  for (const { bytes } of found?.stored.updates ?? []) {
    for (const update of updatesIn(bytes)) Y.applyUpdate(doc, update);
  }
  return doc;
}

const known = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));
const read = (doc: Y.Doc) => doc.getXmlFragment(TEXT_FIELD).toString();

async function simulate(seed: number): Promise<void> {
  const chance = chanceOf(seed);
  const documentId = await school.document();
  let server = serverNow();
  const clients = people.map((who) => new Client(who));
  for (const client of clients) await client.open(server, documentId);

  for (let step = 0; step < STEPS; step++) {
    const client = clients[Math.floor(chance() * clients.length)] as Client;
    const dice = chance();
    if (dice < 0.35) typeAtRandom(client.doc, chance);
    else if (dice < 0.65) await client.deliverOut();
    else if (dice < 0.88) client.deliverIn(chance);
    else if (dice < 0.93) client.drop();
    else if (dice < 0.98) {
      if (!client.end) await client.open(server, documentId);
    } else if (dice < 0.99) await delay(3);
    else {
      // The server dies here, whatever is under way.
      const called = clients.map(({ sent, acked }) => sent.slice(0, acked));
      await server.stop();
      for (const each of clients) each.drop();
      const stored = known(await storedDoc(documentId));
      for (const update of called.flat()) {
        expect(fitInto(readUpdate(update), stored), `seed ${seed}`).toEqual({
          kind: 'fits',
          next: new Map(),
        });
      }
      server = serverNow();
    }
  }

  // Everybody comes back, and everything is delivered.
  for (const client of clients) {
    client.drop();
    await client.open(server, documentId);
  }
  const busy = () => clients.some((client) => client.out.length + client.in.length > 0);
  for (let quiet = 0; quiet < 3; ) {
    for (const client of clients) {
      while (client.out.length > 0) await client.deliverOut();
      while (client.in.length > 0) client.deliverIn(() => 1);
    }
    await server.drain();
    await delay(2);
    const settled = clients.every(({ sent, acked, whole }) => whole && acked === sent.length);
    quiet = busy() || !settled ? 0 : quiet + 1;
  }
  const stored = await storedDoc(documentId);
  for (const { doc } of clients) {
    expect(read(doc), `seed ${seed}`).toBe(read(stored));
    expect(known(doc), `seed ${seed}`).toEqual(known(stored));
    expect(doc.store.pendingStructs, `seed ${seed}`).toBeNull();
  }
  for (const client of clients) client.drop();
  await server.stop();
}

test(`X7 ${SEEDS} seeds: whatever is lost, late, twice or out of order, all end with what is stored`, async () => {
  const first = Number(process.env.MELLOM_SEED ?? Date.now() % 2 ** 31);
  process.stderr.write(`convergence from seed ${first}\n`);
  for (let seed = first; seed < first + SEEDS; seed++) await simulate(seed);
}, 300_000);
