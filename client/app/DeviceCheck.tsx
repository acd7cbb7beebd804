import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { who } from '../features/identity/public.ts';
import { DeviceCheckPage } from '../features/seminar-room/devices/DeviceCheckPage.tsx';
import { createEntrance } from '../features/session/door/entrance.tsx';

/** `/sjekk` and `/okt/:sessionId/sjekk`: the device check for whoever is signed in. */
export function DeviceCheck() {
  const params = useParams<{ sessionId?: string }>();
  const me = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person.personId : undefined;
  };
  return (
    <Show when={me()}>
      {(personId) => (
        <Show when={params.sessionId} keyed fallback={<DeviceCheckPage personId={personId()} />}>
          {(sessionId) => (
            // What stands in the address is only a wish: the server checks it at the door.
            <BeforeSession personId={personId()} sessionId={sessionId as SessionId} />
          )}
        </Show>
      )}
    </Show>
  );
}

function BeforeSession(props: { readonly personId: string; readonly sessionId: SessionId }) {
  const { when, about, open, invited } = createEntrance(() => props.sessionId);
  return (
    <DeviceCheckPage
      {...props}
      when={when()}
      about={about()}
      open={open()}
      notInvited={!invited()}
    />
  );
}
