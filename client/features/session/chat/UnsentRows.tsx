import { assertNever } from '#shared/kernel/assert-never.ts';
import type { CallId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import type { FailedMessage } from './chat-place.ts';
import type { UnsentMessage } from './chat-store.ts';
import type { Draft } from './draft.ts';
import styles from './Message.module.css';
import { Written } from './Written.tsx';
import { words } from './words.ts';

/** One's own message on its way. It says where it is as soon as that takes longer than nobody notices. */
export function UnsentRow(props: { readonly message: UnsentMessage }) {
  const t = useWords(words);
  const standing = () => {
    switch (props.message.standing) {
      case 'sending':
        return t().sending;
      case 'waiting':
        return t().notSentYet;
      case 'held':
        return t().notSaved;
      default:
        return assertNever(props.message.standing);
    }
  };
  return (
    <li class={styles.message}>
      <span />
      <div class={styles.body}>
        <p class={styles.text} lang={props.message.lang}>
          <Written text={props.message.text} />
        </p>
        <p
          class={styles.status}
          classList={{ [styles.atOnce ?? '']: props.message.standing !== 'sending' }}
        >
          {standing()}
        </p>
      </div>
    </li>
  );
}

/** A message that was refused: why, and its words back to the one who wrote them. */
export function FailedRow(props: {
  readonly message: FailedMessage;
  readonly chat: { readonly dropFailed: (callId: CallId) => void };
  readonly draft: Pick<Draft, 'text' | 'write'>;
}) {
  const t = useWords(words);
  const takeBack = () => {
    const written = props.draft.text();
    props.draft.write(written === '' ? props.message.text : `${written}\n${props.message.text}`);
    props.chat.dropFailed(props.message.callId);
  };
  return (
    <li class={styles.message}>
      <span />
      <div class={styles.body}>
        <p class={styles.text}>
          <Written text={props.message.text} />
        </p>
        <p class={styles.failed}>
          {t().failed[props.message.kind]} {props.message.why}
        </p>
        <div class={styles.choices}>
          <Button look="link" size="small" onClick={takeBack}>
            {t().writeAgain}
          </Button>
          <Button
            look="link"
            size="small"
            onClick={() => props.chat.dropFailed(props.message.callId)}
          >
            {t().drop}
          </Button>
        </div>
      </div>
    </li>
  );
}
