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
}) {
  const pinning = createPinning(props);
  return (
    <Button size="small" icon={pinIcon} onClick={pinning.toggle}>
      {pinning.label()}
      <span class="visually-hidden">: {props.name}</span>
    </Button>
  );
}
