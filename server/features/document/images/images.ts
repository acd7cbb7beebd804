import { isOpenForEdits } from '#shared/features/document/catalogue/rules.ts';
import type { ImageAnswer, ImageRefusal } from '#shared/features/document/images/model.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId, PersonId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import { imageKindOf } from '../../../platform/images/image-kind.ts';
import type { Redraw } from '../../../platform/images/redraw.ts';
import type { Log } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Blobs } from '../../../storage/blobs.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { documentStanding } from '../catalogue/standing.ts';
import type { Shown } from './answer.ts';
import { addImage, hasImage, roomTaken, withoutDocument } from './repository.ts';
import { makeRowSweep } from './row-sweep.ts';

/** More than any text needs, fewer than make a page that no telephone can open. */
const IMAGES_PER_DOCUMENT = 200;
/** Of whoever put them in, for as long as a document or what was handed in keeps them. Each counts once, however many keep it. */
const IMAGE_BYTES_PER_PERSON = 500 * 1024 * 1024;
/** Between a picture that is stored and the row that names it. */
const UNNAMED_KEPT_MS = HOUR_MS;
const NAMES_AT_ONCE = 500;

export type Images = ReturnType<typeof makeImages>;

/** Pictures of documents: taken from whoever may edit, and shown to whoever may read, asked each time. */
export function makeImages(parts: {
  readonly database: Database;
  readonly blobs: Blobs;
  readonly redraw: Redraw;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  /** Of these, the ones that somebody else shows, whatever becomes of the document. */
  readonly keptElsewhere: (names: readonly string[]) => Promise<ReadonlySet<string>>;
  /** How much room those take that this person put in, and that are kept elsewhere alone. */
  readonly bytesElsewhere: (tx: Tx, personId: PersonId) => Promise<number>;
}) {
  const { database, blobs, clock } = parts;

  /** Why this caller can put no picture into the document; null when they can. */
  async function whyNot(
    tx: Tx,
    caller: Caller,
    documentId: DocumentId,
  ): Promise<ImageRefusal | null> {
    const now = clock.now();
    const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject?.active) return 'signed-out';
    const standing = await documentStanding(tx, subject, documentId, now);
    if (!standing || !parts.can(subject, 'document/edit', standing, { now })) return 'not-found';
    return isOpenForEdits(standing) ? null : 'frozen';
  }

  /** Before a file is read at all. */
  function mayAdd(caller: Caller, documentId: DocumentId): Promise<ImageRefusal | null> {
    return inTransaction(database, 'view', (tx) => whyNot(tx, caller, documentId));
  }

  async function add(caller: Caller, documentId: DocumentId, file: Buffer): Promise<ImageAnswer> {
    const kind = imageKindOf(file);
    if (kind === null) return no('not-an-image');
    if (kind === 'heic') return no('heic');
    const drawn = await parts.redraw.redraw(file, kind);
    if (drawn === 'too-busy') return no('try-again');
    if (drawn === 'broken') return no('not-an-image');
    if (drawn === 'too-many-pixels') return no('too-many-pixels');

    const imageId: ImageId = newId<'image'>();
    const { width, height, bytes } = drawn;
    // First what is seen, then the row that names it: in the other order one could be shown that is not there.
    await blobs.put(imageId, bytes);
    const refused = await inTransaction(database, 'change', async (tx) => {
      const refusal = await whyNot(tx, caller, documentId);
      if (refusal) return refusal;
      const taken = await roomTaken(tx, documentId, caller.personId);
      if (taken.inDocument >= IMAGES_PER_DOCUMENT) return 'too-many';
      const elsewhere = await parts.bytesElsewhere(tx, caller.personId);
      if (taken.bytesOfPerson + elsewhere + bytes.length > IMAGE_BYTES_PER_PERSON) return 'no-room';
      const of = { documentId, imageId, by: caller.personId, at: clock.now() };
      await addImage(tx, { ...of, width, height, bytes: bytes.length });
      return null;
    });
    if (refused === null) return { ok: true, value: { imageId, width, height } };
    await blobs.remove(imageId);
    return no(refused);
  }

  const sweepRows = makeRowSweep({ database, clock });
  let sweeping: Promise<void> | null = null;

  async function sweepAll(): Promise<void> {
    await sweepRows();
    const removeUnnamed = async (names: readonly string[]) => {
      const unnamed = await withoutDocument(database, names);
      // Asked second: who keeps one elsewhere does so while its document has it (`lockImagesNamed`).
      const kept = await parts.keptElsewhere(unnamed);
      for (const name of unnamed) if (!kept.has(name)) await blobs.remove(name);
    };
    let names: string[] = [];
    // By the clock of the machine: that is what the folder's own times are.
    for await (const name of blobs.olderThan(Date.now() - UNNAMED_KEPT_MS)) {
      names.push(name);
      if (names.length < NAMES_AT_ONCE) continue;
      await removeUnnamed(names);
      names = [];
    }
    await removeUnnamed(names);
  }

  return {
    mayAdd,
    add,
    async show(caller: Caller, documentId: DocumentId, imageId: ImageId): Promise<Shown> {
      const asked = await inTransaction(database, 'view', async (tx) => {
        const now = clock.now();
        const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
        if (!subject?.active) return 'signed-out';
        const standing = await documentStanding(tx, subject, documentId, now);
        if (!standing || !parts.can(subject, 'document/read', standing, { now })) return null;
        return (await hasImage(tx, documentId, imageId)) ? 'shown' : null;
      });
      return asked === 'shown' ? blobs.get(imageId) : asked;
    },
    /** Takes away what no text and no version shows any more, and what never got a row. One that takes long is not begun twice. */
    sweep(): Promise<void> {
      sweeping ??= sweepAll().finally(() => {
        sweeping = null;
      });
      return sweeping;
    },
  };
}

function no(refusal: ImageRefusal): ImageAnswer {
  return { ok: false, refusal };
}
