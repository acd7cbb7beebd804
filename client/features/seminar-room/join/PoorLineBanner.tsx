import { createEffect, createMemo, on, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cameraOffIcon, soundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

/** Pictures gave way by themselves, one's own among them: why, and the way back to each (F6). */
export function PoorLineBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { givingWay, own } = props.room;
  const says = createMemo(givingWay.says);
  const about = () => {
    if (says() === 'camera-off') return t().gaveWay.cameraStillOff;
    return says() === 'waiting' ? t().gaveWay.about : t().gaveWay.cameraToo;
  };
  createEffect(on(says, (now) => now && announce(about())));
  const cameraOff = () => says() === 'camera-off';
  return (
    <Show when={says()}>
      <Banner
        icon={cameraOff() ? cameraOffIcon : soundIcon}
        title={cameraOff() ? t().gaveWay.back : t().gaveWay.title}
        saidByAnnouncer
        action={
          <>
            <Button
              size="small"
              onClick={() => (cameraOff() ? own.press('camera', true) : props.room.showPictures())}
            >
              {cameraOff() ? t().gaveWay.turnCameraOn : t().gaveWay.show}
            </Button>
            <Button look="quiet" size="small" onClick={givingWay.putAway}>
              {t().close}
            </Button>
          </>
        }
      >
        {about()}
      </Banner>
    </Show>
  );
}
