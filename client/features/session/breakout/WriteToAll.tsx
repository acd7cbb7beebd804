import { createSignal } from 'solid-js';
import { writeToAll } from '#shared/features/session/breakout/commands.ts';
import { MESSAGE_LENGTH_MAX } from '#shared/features/session/chat/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { writeIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import styles from './WriteToAll.module.css';

/** Near the end of what fits, the rest is counted. */
const COUNT_FROM = 400;

/** What is begun and not sent: a teacher who is let in somewhere while writing leaves the overview, and comes back to it. */
const unsent = new Map<SessionId, string>();

/** The same words to every room: a small sheet over the overview. */
export function WriteToAll(props: RoomProps) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  return (
    <>
      <Button size="small" icon={writeIcon} onClick={() => setOpen(true)}>
        {t().overview.write}
      </Button>
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t().writeToAll.title}
        closeLabel={t().close}
        startsInField
      >
        <MessageForm {...props} onSent={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function MessageForm(props: RoomProps & { readonly onSent: () => void }) {
  const t = useWords(words);
  const { sessionId } = props.room;
  const [text, setText] = createSignal(unsent.get(sessionId) ?? '');
  const [isMissing, setMissing] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const write = (written: string) => {
    setText(written);
    unsent.set(sessionId, written);
  };
  const left = () => MESSAGE_LENGTH_MAX - text().length;
  const waits = () => {
    const now = props.room.waits(writeToAll);
    return now && t().writeToAll.waits[now];
  };
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = text().trim();
    setMissing(words === '');
    if (isMissing()) return form?.querySelector('textarea')?.focus();
    if (props.room.sends(writeToAll) || props.room.waits(writeToAll)) return;
    if (!(await props.topics.breakouts.writeToAll(words))) return;
    unsent.delete(sessionId);
    props.onSent();
    props.room.say(t().writeToAll.sent);
  };
  return (
    <form ref={form} class={styles.form} onSubmit={send} novalidate>
      <TextArea
        rows={4}
        label={t().writeToAll.label}
        description={left() < COUNT_FROM ? t().writeToAll.left(left()) : t().writeToAll.about}
        error={isMissing() ? t().writeToAll.missing : undefined}
        maxlength={MESSAGE_LENGTH_MAX}
        value={text()}
        onInput={(event) => {
          write(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <Button type="submit" look="filled" aria-disabled={waits() ? 'true' : undefined}>
        {t().writeToAll.send}
      </Button>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.waits} role="status">
        {waits() ?? props.room.problem()?.text}
      </p>
    </form>
  );
}
