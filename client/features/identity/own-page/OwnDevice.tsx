import { createSignal } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { markOwnDevice } from '../../../platform/own-device.ts';
import { isOwnDevice } from '../../../platform/own-device-mark.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { askWho } from '../who.ts';
import { words } from './words.ts';

/** Whether what one opens may stay here (F49). */
export function OwnDevice(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const [own, setOwn] = createSignal(isOwnDevice(props.me));
  async function mark(now: boolean): Promise<void> {
    setOwn(now);
    await markOwnDevice(props.me, now);
    // Whose it is goes with the copies, for the next cold start.
    if (now) await askWho();
  }
  return <Switch label={t().ownDevice} about={t().ownDeviceAbout} on={own()} onChange={mark} />;
}
