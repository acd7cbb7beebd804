import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { who } from '../features/identity/public.ts';
import { DeviceCheckPage } from '../features/seminar-room/devices/DeviceCheckPage.tsx';

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
        <DeviceCheckPage
          personId={personId()}
          roomPath={params.sessionId ? `/okt/${params.sessionId}` : undefined}
        />
      )}
    </Show>
  );
}
