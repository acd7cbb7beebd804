import { DAY_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CourseId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import {
  hasSessionNote,
  type PreparedBlock,
  prepareDocument,
} from '../features/document/public.ts';
import type { Tx } from '../storage/database.ts';
import { type BlockContent, DOCUMENTS, type DocumentContent, RUNNING_NOTE } from './documents.ts';
import type { PersonKey } from './people.ts';
import type { Rows } from './rows.ts';
import { RUNNING_SESSION } from './sessions.ts';

/** So long before a running session's «now» its first words were written. */
const NOTE_WRITTEN_BEFORE_MS = 25 * MINUTE_MS;

type Place = {
  readonly ownerId: PersonId | null;
  readonly groupId: GroupId | null;
  readonly sessionId: SessionId | null;
  readonly courseId: CourseId | null;
};
const NOWHERE: Place = { ownerId: null, groupId: null, sessionId: null, courseId: null };

/** Makes each text once (DEMO-8). What people do with it afterwards is theirs: it is never made again or changed. */
export async function placeDocuments(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  for (const content of DOCUMENTS) {
    if (rows.find('document', content.key) !== null) continue;
    const place = placeOf(rows, content);
    if (!place) continue;
    const by = content.by ? rows.find('person', content.by) : null;
    const at = now - content.daysAgo * DAY_MS;
    const given = { ...NOWHERE, ...place, kind: content.kind, title: content.title, by, at };
    const documentId = await prepareDocument(tx, given, blocksOf(rows, content.blocks));
    await rows.remember('document', content.key, documentId);
  }
  await placeNote(tx, rows, now);
}

/** The running session's shared note; a session that has been made anew gets one of its own. */
async function placeNote(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  const sessionId = rows.find('session', RUNNING_SESSION.key);
  if (sessionId === null || (await hasSessionNote(tx, sessionId))) return;
  const by = rows.find('person', 'anne');
  const given = { ...NOWHERE, sessionId, kind: 'session' as const, isNote: true, by };
  const at = now - NOTE_WRITTEN_BEFORE_MS;
  await prepareDocument(
    tx,
    { ...given, title: RUNNING_NOTE.title, at },
    blocksOf(rows, RUNNING_NOTE.blocks),
  );
}

/** Null when whoever it belongs to is no longer there. */
function placeOf(rows: Rows, { kind, of }: DocumentContent): Partial<Place> | null {
  if (of === null) return {};
  if (kind === 'personal') {
    const ownerId = rows.find('person', of);
    return ownerId && { ownerId };
  }
  if (kind === 'group') return { groupId: rows.get('group', of) };
  return { courseId: rows.get('course', of) };
}

export function blocksOf(rows: Rows, blocks: readonly BlockContent[]): PreparedBlock[] {
  const whose = (by: PersonKey | undefined): PersonId | null =>
    by ? rows.find('person', by) : null;
  return blocks.map((block) => ({ ...block, by: whose(block.by) }) as PreparedBlock);
}
