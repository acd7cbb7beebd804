import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { RoomProps } from '../room-props.ts';
import { RoomChoices } from './RoomChoices.tsx';
import { words } from './words.ts';

/** «Bytt gruppe», for whoever chooses themselves, as long as the rooms are open. */
export function ChangeRoom(props: RoomProps) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        {t().change}
      </Button>
      <Sheet open={open()} onOpenChange={setOpen} title={t().change} closeLabel={t().close}>
        <p>{t().changeAbout}</p>
        <RoomChoices {...props} onGone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}
