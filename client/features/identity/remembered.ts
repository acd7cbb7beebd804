import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { openDeviceStore } from '../../platform/device-store.ts';
import { ownerOfDevice } from '../../platform/own-device-mark.ts';

/** Beside their documents, sealed like them: erased with them at a sign-out. */
const NAME = 'owner';

/** Remembers whose device this is, as far as a page needs to draw itself without the server. */
export async function rememberOwner(person: SignedIn): Promise<void> {
  await (await openDeviceStore(person.personId)).put('documents', NAME, person);
}

export async function rememberedOwner(): Promise<SignedIn | undefined> {
  const owner = ownerOfDevice();
  if (!owner) return undefined;
  const store = await openDeviceStore(owner);
  const person = (await store.get('documents', NAME)) as SignedIn | undefined;
  // An earlier version remembered nobody's roles.
  return person && { ...person, roles: person.roles ?? [] };
}
