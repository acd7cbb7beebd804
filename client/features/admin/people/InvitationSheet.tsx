import { createSignal, Show } from 'solid-js';
import type { ListedPerson } from '#shared/features/admin/people/model.ts';
import { sendWelcomeAgain, takeWelcomeBack } from '#shared/features/admin/welcome/commands.ts';
import type { UniversalRefusal } from '#shared/wire/contract.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { who } from '../../identity/public.ts';
import styles from './People.module.css';
import { words } from './words.ts';

/** An invitation that waits, or has run out: send it again, or take it back. */
export function InvitationSheet(props: {
  readonly invitation: ListedPerson | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.invitation !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.invitation?.name ?? ''}
      closeLabel={t().close}
    >
      <Show when={props.invitation}>
        {(invitation) => (
          <Invitation
            invitation={invitation()}
            onDone={() => {
              props.onChanged();
              props.onClose();
            }}
          />
        )}
      </Show>
    </Sheet>
  );
}

function Invitation(props: { readonly invitation: ListedPerson; readonly onDone: () => void }) {
  const t = useWords(words);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<UniversalRefusal>();
  const mayAct = () => {
    const now = who();
    if (now.status !== 'signed-in') return false;
    const isStudents = props.invitation.roles.every(({ role }) => role === 'student');
    const { roles } = now.person;
    return roles.includes('admin') || (isStudents && roles.includes('studyAdviser'));
  };
  async function act(command: typeof sendWelcomeAgain | typeof takeWelcomeBack, done: string) {
    const { welcomeId } = props.invitation;
    if (sending() || welcomeId === null) return;
    setSending(true);
    const outcome = await live.send(command, { welcomeId }, { lasting: false });
    setSending(false);
    setProblem(outcome.ok ? undefined : outcome.refusal);
    if (!outcome.ok) return;
    announce(done);
    props.onDone();
  }
  return (
    <div class={styles.form}>
      <p>{props.invitation.email}</p>
      <p class={styles.quiet}>
        {props.invitation.state === 'expired'
          ? t().states.expired
          : t().usableUntil(longDate(language(), props.invitation.usableUntil ?? 0))}
      </p>
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
      <Show when={mayAct()}>
        <p class={styles.quiet}>{t().sendAgainAbout}</p>
        <p class={styles.ways}>
          <Button look="filled" onClick={() => act(sendWelcomeAgain, t().sentAgain)}>
            {t().sendAgain}
          </Button>
          <Button look="quiet" danger onClick={() => act(takeWelcomeBack, t().takenBack)}>
            {t().takeBack}
          </Button>
        </p>
      </Show>
    </div>
  );
}
