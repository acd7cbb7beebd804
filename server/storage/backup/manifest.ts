import { z } from 'zod';
import { StartRefused } from '../../platform/start-refused.ts';

/** The first file in a backup: what it is, and who can read it. */
export const MANIFEST_NAME = 'mellom-backup.json';
/** The last one: a line for each file before it, as `sha256sum` writes them. */
export const SUMS_NAME = 'SHA256SUMS';

/** How a backup is laid out. Goes up when a version before it could not restore it. */
const FORMAT = 1;

const manifestShape = z.object({
  format: z.int(),
  /** ISO 8601, UTC: when it was begun. Everything acknowledged until it ended is in it. */
  madeAt: z.iso.datetime(),
  /** PostgreSQL's major version. */
  postgres: z.string(),
  /** Whose files it holds: PostgreSQL's are of one kind of machine. */
  machine: z.string(),
  /** Applied to the database, in order. */
  migrations: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestShape>;

/** What this version writes, and can read. */
export type Readable = { readonly postgres: string; readonly migrations: readonly string[] };

const thisMachine = `${process.platform}-${process.arch}`;

export function manifestOf(made: Pick<Manifest, 'madeAt' | 'postgres' | 'migrations'>): Manifest {
  return { format: FORMAT, machine: thisMachine, ...made };
}

/** Null: it is none. */
export function parseManifest(text: string): Manifest | null {
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Refuses a backup that this version or this machine cannot carry on from.
 * @throws {StartRefused}
 */
export function refuseUnreadable(manifest: Manifest, known: Readable): void {
  const unknown = manifest.migrations.find((name) => !known.migrations.includes(name));
  if (manifest.format > FORMAT || unknown !== undefined) {
    throw new StartRefused(
      'The backup is of a newer version of Mellom: restore it with that one. Nothing was changed.',
    );
  }
  if (manifest.postgres !== known.postgres) {
    throw new StartRefused(
      `The backup is of PostgreSQL ${manifest.postgres}, and this version of Mellom brings ${known.postgres}: restore it with the version that made it. Nothing was changed.`,
    );
  }
  if (manifest.machine !== thisMachine) {
    throw new StartRefused(
      `The backup is of a machine of the kind ${manifest.machine}, and this is ${thisMachine}: restore it on one of its own kind. Nothing was changed.`,
    );
  }
}
