import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cameraIcon, microphoneIcon, soundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { choiceWords } from './choice-words.ts';
import { words } from './words.ts';

const ICONS = { audioinput: microphoneIcon, videoinput: cameraIcon, audiooutput: soundIcon };

/** A device that one had chosen is pulled out: what is used in its place, and the way to another. */
export function DeviceBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(choiceWords);
  const common = useWords(words);
  const { devices, own } = props.room;
  return (
    // What could not go on at all is said already, with its own way back.
    <Show when={own.trouble() === undefined && devices.gone()}>
      {(gone) => (
        <Banner
          icon={ICONS[gone().kind]}
          title={t().pulledOut(gone().label)}
          action={
            <>
              <Button size="small" onClick={() => devices.showChoice(true)}>
                {t().chooseAnother}
              </Button>
              <Button look="quiet" size="small" onClick={devices.dismissGone}>
                {common().close}
              </Button>
            </>
          }
        >
          {t().fallsBack[gone().kind]}
        </Banner>
      )}
    </Show>
  );
}
