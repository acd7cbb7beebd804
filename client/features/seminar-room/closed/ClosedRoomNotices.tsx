import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { keyIcon, lockIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { ClosedRoomSheet } from './ClosedRoomSheet.tsx';
import styles from './closed.module.css';
import type { ClosedRoom } from './closed-room.ts';
import { KeyForm } from './KeyForm.tsx';
import { words } from './words.ts';

/** A closed room over the stage: what one needs to come in, whether the keys agree, and the fingerprint to compare. */
export function ClosedRoomNotices(props: {
  readonly room: SeminarRoom;
  readonly closed: ClosedRoom;
}) {
  const t = useWords(words);
  const locked = () => {
    const now = props.room.join();
    return now.status === 'locked' ? now.why : undefined;
  };
  return (
    <>
      <Switch>
        <Match when={locked() === 'no-key'}>
          <Card class={styles.card}>
            <h2 class={styles.title}>
              <Icon path={lockIcon} />
              {t().locked(props.closed.closedBy())}
            </h2>
            <p>{props.closed.cameByBadLink() ? t().badLink : t().lockedAbout}</p>
            <KeyForm closed={props.closed} />
          </Card>
        </Match>
        <Match when={locked() === 'cannot'}>
          <Banner icon={lockIcon} title={t().cannot}>
            {t().cannotAbout}
          </Banner>
        </Match>
        <Match when={props.closed.closed() && props.closed.key()}>
          <button type="button" class={styles.line} onClick={() => props.closed.showSheet(true)}>
            <Icon path={lockIcon} />
            <span>{t().closedRoom}</span>
            <Show when={props.closed.fingerprint()}>
              {(fingerprint) => (
                <span class={styles.digits}>
                  <span class="visually-hidden">{t().fingerprint} </span>
                  {fingerprint()}
                </span>
              )}
            </Show>
          </button>
          <TroubleWithKeys {...props} />
        </Match>
      </Switch>
      <ClosedRoomSheet {...props} />
    </>
  );
}

/** Frames came that the key does not open: who is meant, and the way to type it again. */
function TroubleWithKeys(props: { readonly room: SeminarRoom; readonly closed: ClosedRoom }) {
  const t = useWords(words);
  const [typing, setTyping] = createSignal(false);
  const { roster } = props.room.session.topics;
  const names = () => {
    const trouble = props.closed.trouble();
    return trouble?.kind === 'some'
      ? trouble.people.map((personId) => roster.nameOf(personId)).join(', ')
      : '';
  };
  const title = () => (names() ? t().wrongFor(names()) : t().wrong);
  const inTrouble = () => props.closed.trouble() !== undefined;
  createEffect(
    on(inTrouble, (now) => {
      if (now) announceAtOnce(title());
      else setTyping(false);
    }),
  );
  return (
    <Show when={inTrouble()}>
      <Show
        when={typing()}
        fallback={
          <Banner
            icon={keyIcon}
            title={title()}
            action={
              <Button size="small" onClick={() => setTyping(true)}>
                {t().again}
              </Button>
            }
          >
            {names() ? t().wrongForAbout : t().wrongAbout}
          </Banner>
        }
      >
        <Card class={styles.card}>
          <KeyForm closed={props.closed} onDone={() => setTyping(false)} />
        </Card>
      </Show>
    </Show>
  );
}
