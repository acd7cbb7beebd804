import { sql } from 'drizzle-orm';
import { TRASH_KEPT_MS } from '#shared/features/document/catalogue/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { Database } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';

/** From then on one automatic version of each day is enough (DOC-15). */
const VERSIONS_WHOLE_MS = RETENTION.version;

/** Whoever is to find out why a document could not be read has so long. */
const SET_ASIDE_KEPT_MS = RETENTION['set-aside'];

/** Ends what has had its time: the trash and what was set aside after thirty days, all but a day's last automatic version after ninety. */
export async function sweepDocuments(database: Database, now: Instant): Promise<void> {
  await database.execute(sql`
    delete from document where trashed_at <= ${momentOf(now - TRASH_KEPT_MS)}`);
  await database.execute(sql`
    delete from document_set_aside where set_aside_at <= ${momentOf(now - SET_ASIDE_KEPT_MS)}`);
  await database.execute(sql`
    delete from document_version v
    where v.name is null and v.at < ${momentOf(now - VERSIONS_WHOLE_MS)} and exists (
      select from document_version later
      where later.document_id = v.document_id and later.name is null and later.at > v.at
        and (later.at at time zone 'Europe/Oslo')::date = (v.at at time zone 'Europe/Oslo')::date)`);
}
