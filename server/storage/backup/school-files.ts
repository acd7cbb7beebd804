/** The folder of the embedded database, in the data folder. */
export const DATABASE_NAME = 'postgres';

/** The keys of what is asked without a name, in the data folder. A copy of one would outlive what it locks. */
export const SEALED_NAME = 'sealed';

/** How the folder begins in which a backup is unpacked, in the data folder. It is gone when the restore is over, however it ends. */
export const UNPACKED = 'unpacked-';

/**
 * What in a data folder is this machine's and not the school's: it is neither backed up nor replaced. Keys are not laid beside
 * what they lock (docs/decisions/0011); the list of erasures must not go back in time; the rest is made anew.
 */
const THIS_MACHINES =
  /^(?:mellom\.lock.*|keys|sealed|erasures|livekit|postgres\.log(?:\.1)?|(?:postgres\.new|password|unpacked|before-restore)-.*|lost\+found)$/u;

/** The school's own, of the names in a data folder. */
export function schoolFiles(names: readonly string[]): string[] {
  return names.filter((name) => !THIS_MACHINES.test(name)).sort();
}
