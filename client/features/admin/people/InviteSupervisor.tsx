import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { InviteSheet } from './InviteSheet.tsx';
import styles from './People.module.css';
import { words } from './words.ts';

/** A practice coordinator invites who supervises in practice (row 5), without seeing the whole list. */
export function InviteSupervisor() {
  const t = useWords(words);
  const [inviting, setInviting] = createSignal(false);
  return (
    <>
      <p class={styles.ways}>
        <Button look="filled" icon={plusIcon} onClick={() => setInviting(true)}>
          {t().inviteSupervisor}
        </Button>
      </p>
      <InviteSheet
        open={inviting()}
        cohorts={[]}
        givesAlone={false}
        onClose={() => setInviting(false)}
        onInvited={() => undefined}
      />
    </>
  );
}
