import * as fs from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { StartRefused } from '../../platform/start-refused.ts';
import { type Part, textPart } from './archive.ts';
import { filePart, folderParts } from './folder-parts.ts';

/** Holds the log of changes while it is copied. There is one of the name, so two backups never run at once. */
const SLOT = 'mellom_backup';
/** duplicate_object */
const TAKEN = '42710';

/** What a server makes anew when it starts: the folder is copied, and what is in it is not. */
const EMPTIED =
  /^(?:pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|\/pgsql_tmp/u;
/** Said of the server that runs, or of an earlier copy. */
const ITS_OWN =
  /^(?:postmaster\.(?:pid|opts)|backup_label.*|tablespace_map.*)$|(?:^|\/)pg_internal\.init/u;
/** Copied last, by itself: it says where the server was. */
const CONTROL = 'global/pg_control';
const READS_MAX = 100;

/**
 * A copy of the running server's folder, by PostgreSQL's own rules for one (its chapter on making a base backup by the
 * low-level interface): torn files are mended from the log of changes, which comes last. Everything that is committed before
 * the last part is asked for is in it. The connection must be given up if this is not read to its end.
 */
export async function* baseBackup(
  client: pg.Client,
  folder: string,
  name: string,
): AsyncGenerator<Part> {
  await holdLog(client);
  const began = await client.query<{ first: string }>(
    `select pg_walfile_name(pg_backup_start('mellom', true)) as first`,
  );
  yield* folderParts(folder, name, (its) => {
    const inside = its.slice(name.length + 1);
    return EMPTIED.test(inside) || ITS_OWN.test(inside) || inside === CONTROL;
  });
  const ended = await client.query<{ last: string; label: string; spaces: string | null }>(
    `select pg_walfile_name(lsn) as last, labelfile as label, spcmapfile as spaces
     from pg_backup_stop(wait_for_archive := false)`,
  );
  const { label, spaces, last } = theOnly(ended.rows);
  if (spaces) {
    throw new StartRefused(
      'The database has tablespaces, which a backup does not follow: move what is in them back. No backup was made.',
    );
  }
  yield* stablePart(path.join(folder, CONTROL), `${name}/${CONTROL}`);
  yield textPart(`${name}/backup_label`, label, Date.now());
  yield* logOfChanges(
    path.join(folder, 'pg_wal'),
    `${name}/pg_wal`,
    theOnly(began.rows).first,
    last,
  );
}

async function holdLog(client: pg.Client): Promise<void> {
  try {
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [SLOT]);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== TAKEN) throw error;
    throw new StartRefused('Another backup is under way: wait for it. No backup was made.');
  }
}

/** PostgreSQL writes this one in place, while we read. */
async function* stablePart(file: string, name: string): AsyncGenerator<Part> {
  let before = await fs.readFile(file);
  for (let reads = 0; reads < READS_MAX; reads++) {
    const bytes = await fs.readFile(file);
    if (bytes.equals(before)) {
      const entry = {
        kind: 'file',
        path: name,
        bytes: bytes.length,
        changedAt: Date.now(),
      } as const;
      yield {
        entry,
        content: (async function* () {
          yield bytes;
        })(),
      };
      return;
    }
    before = bytes;
  }
  throw new Error(`${file} never stands still`);
}

/** The segments from the first to the last, of which the slot has kept every one. */
async function* logOfChanges(
  folder: string,
  name: string,
  first: string,
  last: string,
): AsyncGenerator<Part> {
  const names = await fs.readdir(folder);
  const segments = names.filter(
    (each) => /^[0-9A-F]{24}$/u.test(each) && each >= first && each <= last,
  );
  if (!segments.includes(first) || !segments.includes(last)) {
    throw new Error(`the log of changes from ${first} to ${last} is not whole`);
  }
  for (const each of segments.sort()) yield* filePart(path.join(folder, each), `${name}/${each}`);
}

function theOnly<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('PostgreSQL gave no answer');
  return row;
}
