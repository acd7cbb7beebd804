import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { Button } from '../../../ui/Button.tsx';
import { pinIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { createPinning } from './TileMenu.tsx';

/** Pins somebody for oneself, from the list of people. */
export function PinButton(props: {
  readonly room: SeminarRoom;
  readonly personId: PersonId;
  readonly name: string;
  /** Beside every name of a list: the sign alone, until it holds somebody. */
  readonly signAlone?: boolean;
}) {
  const pinning = createPinning(props);
  const pinned = () => props.room.pinned() === props.personId;
  return (
    <Button
      look={props.signAlone ? 'quiet' : 'plain'}
      size="small"
      icon={pinIcon}
      title={props.signAlone ? pinning.label() : undefined}
      aria-label={`${pinning.label()}: ${props.name}`}
      onClick={pinning.toggle}
    >
      <Show when={!props.signAlone || pinned()}>{pinning.label()}</Show>
    </Button>
  );
}
