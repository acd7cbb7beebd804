import { type Accessor, createEffect, createSignal } from 'solid-js';
import { openDeviceStore } from '../../../platform/device-store.ts';
import { type Dictionary, useWords } from '../../../platform/language.ts';
import { isOwnDevice } from '../../../platform/own-device-mark.ts';
import { who } from '../../identity/public.ts';
import { documentsHere } from '../editing/kept-about.ts';

const nb = {
  about: 'Dokumentene du har åpnet på denne enheten, kan du lese og skrive i nå.',
  label: 'Åpne dokumentene',
};

const nn: typeof nb = {
  about: 'Dokumenta du har opna på denne eininga, kan du lese og skrive i no.',
  label: 'Opne dokumenta',
};

const en: typeof nb = {
  about: 'The documents that you have opened on this device, you can read and write in now.',
  label: 'Open the documents',
};

const words: Dictionary<typeof nb> = { nb, nn, en };

/** What can be done where there is no server: said only on one's own device, when there are documents on it. */
export function createWayWithoutServer(): Accessor<
  { readonly about: string; readonly label: string; readonly href: string } | undefined
> {
  const t = useWords(words);
  const [some, setSome] = createSignal(false);
  createEffect(() => {
    const now = who();
    if (now.status !== 'signed-in' || !isOwnDevice(now.person.personId)) return setSome(false);
    openDeviceStore(now.person.personId)
      .then(documentsHere)
      .then((kept) => setSome(kept.length > 0))
      // A device that will not show what it holds has none to offer.
      .catch(() => setSome(false));
  });
  return () => (some() ? { ...t(), href: '/dokumenter' } : undefined);
}
