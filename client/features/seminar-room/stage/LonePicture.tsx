import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { Picture } from './Picture.tsx';

/** Somebody's moving picture alone, filling what it stands in; nothing while there is none to see. */
export function LonePicture(props: { readonly room: SeminarRoom; readonly personId: PersonId }) {
  const { room } = props;
  const isMe = () => props.personId === room.session.room.me;
  const camera = () => {
    const media = room.person(props.personId);
    const hidden = isMe() ? !room.selfShown() : media?.unreadable;
    return hidden || room.view() === 'sound' ? null : (media?.camera ?? null);
  };
  room.lookAt(() => [props.personId]);
  return (
    <Show when={room.line()}>
      {(line) => (
        <Show when={camera()}>
          {(shown) => <Picture line={line()} shown={shown()} source="camera" mirrored={isMe()} />}
        </Show>
      )}
    </Show>
  );
}
