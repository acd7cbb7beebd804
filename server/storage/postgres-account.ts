import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { StartRefused } from '../platform/start-refused.ts';

/** Whom to run PostgreSQL as; `null` is the account we run as ourselves. */
export type PostgresAccount = { uid: number; gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root hands it to the owner of the existing folder, or to
 * `nobody` for a new one. Anybody else runs it as themselves.
 * @param folder the cluster's folder, which need not exist yet
 * @throws one sentence that says who owns the folder when we cannot run it.
 */
export function accountFor(folder: string): PostgresAccount {
  if (!process.getuid) return null;
  const me = process.getuid();
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new StartRefused(
        `The database in ${folder} belongs to ${userName(owner.uid)}: start as that user or as root, not as ${userInfo().username}.`,
      );
    }
    return null;
  }
  if (process.platform !== 'linux') {
    throw new StartRefused('PostgreSQL cannot run as root here: start as an ordinary user.');
  }
  if (!owner) return nobody();
  if (owner.uid === 0) {
    throw new StartRefused(
      `The database in ${folder} belongs to root, and PostgreSQL does not run as root: give it away with chown -R nobody.`,
    );
  }
  return { uid: owner.uid, gid: owner.gid };
}

type PasswdEntry = { name: string; uid: number; gid: number };

function passwd(): PasswdEntry[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function nobody(): { uid: number; gid: number } {
  const { uid, gid } = passwd().find((entry) => entry.name === 'nobody') ?? {
    uid: 65534,
    gid: 65534,
  };
  return { uid, gid };
}

function userName(uid: number): string {
  return passwd().find((entry) => entry.uid === uid)?.name ?? `user ${uid}`;
}
