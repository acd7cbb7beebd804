import { Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { Button } from '../../../ui/Button.tsx';
import { pinIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { createPinning } from './TileMenu.tsx';

/** Pins somebody for oneself, beside their name in the list of people: the sign alone, until it holds them. */
export function PinButton(props: {
  readonly room: SeminarRoom;
  readonly personId: PersonId;
  readonly name: string;
}) {
  const pinning = createPinning(props);
  return (
    <Button
      look="quiet"
      size="small"
      icon={pinIcon}
      title={pinning.label()}
      aria-label={`${pinning.label()}: ${props.name}`}
      onClick={pinning.toggle}
    >
      <Show when={pinning.pinned()}>{pinning.label()}</Show>
    </Button>
  );
}
