import type { PersonId } from '#shared/kernel/ids.ts';
import { keep, kept } from './kept.ts';

/** Whole documents stay only on a device whose owner has said that it is theirs (docs/promises.md §1). */
const NAME = 'own-device';

/** Whose own device this is, if anybody's. */
export const ownerOfDevice = (): PersonId | undefined =>
  kept(NAME, (value): value is PersonId => typeof value === 'string');

export const isOwnDevice = (me: PersonId): boolean => ownerOfDevice() === me;

export const setOwnerOfDevice = (owner: PersonId | undefined): void => keep(NAME, owner);
