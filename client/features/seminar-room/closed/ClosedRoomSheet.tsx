import { createEffect, createSignal, For, Match, on, Show, Switch } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import styles from './closed.module.css';
import type { ClosedRoom } from './closed-room.ts';
import { KeyForm } from './KeyForm.tsx';
import { writtenKey } from './key-text.ts';
import type { KeyTrouble } from './key-trouble.ts';
import { words } from './words.ts';

type Props = { readonly room: SeminarRoom; readonly closed: ClosedRoom };

/** What closing does, said before it is done; and afterwards the key to pass on, and what can be compared. */
export function ClosedRoomSheet(props: Props) {
  const t = useWords(words);
  createReturnFocus(props.closed.sheetOpen);
  const steers = () => props.room.session.topics.roster.steers();
  const cannot = () => {
    const now = props.room.join();
    return now.status === 'locked' && now.why === 'cannot';
  };
  const withoutKey = () => props.closed.closed() && !props.closed.key();
  /** A key that was made here is the room's: nobody is asked to type it. */
  const mayBeWrong = () => {
    const trouble = props.closed.trouble();
    return trouble !== undefined && !(trouble.kind === 'theirs' && trouble.by === 'made');
  };
  const typing = () => (withoutKey() && !cannot()) || mayBeWrong();
  const aboutTrouble = (trouble: KeyTrouble) => {
    if (trouble.kind === 'own') return t().wrongAbout;
    if (trouble.kind === 'either') return t().notSameAbout;
    return trouble.by === 'made' ? t().wrongForMadeAbout : t().wrongForAbout;
  };
  const close = () => props.closed.showSheet(false);
  let copy: HTMLButtonElement | undefined;
  let closing = false;
  createEffect(
    on(props.closed.closed, (closed) => {
      // What was pressed is gone, and this is what comes next.
      if (closed && closing) copy?.focus();
      closing = false;
    }),
  );
  const closeRoom = () => {
    closing = true;
    void props.closed.close();
  };
  return (
    <Sheet
      open={props.closed.sheetOpen()}
      onOpenChange={props.closed.showSheet}
      title={props.closed.closed() ? t().closedRoom : t().close}
      closeLabel={props.closed.closed() ? t().sheetClose : t().notNow}
      startsInField={typing()}
    >
      <div class={styles.sheet}>
        <Switch fallback={<BeforeClosing onClose={closeRoom} />}>
          <Match when={props.closed.closed()}>
            <Show when={withoutKey()}>
              <p>
                {cannot()
                  ? t().cannotAbout
                  : props.closed.cameByBadLink()
                    ? t().badLink
                    : t().lockedAbout}
              </p>
            </Show>
            <Show when={props.closed.trouble()}>
              {(trouble) => <p>{aboutTrouble(trouble())}</p>}
            </Show>
            <Show when={props.closed.key()}>
              <Fingerprint closed={props.closed} />
            </Show>
            <Show when={typing()}>
              <KeyForm closed={props.closed} onDone={close} />
            </Show>
            <Show when={props.closed.key()}>
              <Show when={steers()}>
                <PassOn
                  closed={props.closed}
                  setCopy={(button) => {
                    copy = button;
                  }}
                />
              </Show>
            </Show>
            <Show when={steers()}>
              <div class={styles.part}>
                <p class={styles.quiet}>{t().openAgainAbout}</p>
                <Button
                  onClick={() => {
                    close();
                    void props.closed.open();
                  }}
                >
                  {t().openAgain}
                </Button>
              </div>
            </Show>
            <details>
              <summary>{t().more}</summary>
              <WhatItMeans />
            </details>
          </Match>
        </Switch>
      </div>
    </Sheet>
  );
}

/** All of it in so few words that they stand above the button on the smallest phone; the whole of it below. */
function BeforeClosing(props: { readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <>
      <ul class={styles.points}>
        <For each={t().briefly}>{(point) => <li>{point}</li>}</For>
      </ul>
      <div class={styles.next}>
        <Button look="filled" onClick={() => props.onClose()}>
          {t().closeNow}
        </Button>
      </div>
      <details>
        <summary>{t().more}</summary>
        <WhatItMeans />
      </details>
    </>
  );
}

function WhatItMeans() {
  const t = useWords(words);
  return (
    <>
      <p>{t().what}</p>
      <h3>{t().off}</h3>
      <ul class={styles.points}>
        <For each={t().offList}>{(point) => <li>{point}</li>}</For>
      </ul>
      <h3>{t().seen}</h3>
      <ul class={styles.points}>
        <For each={t().seenList}>{(point) => <li>{point}</li>}</For>
      </ul>
      <p class={styles.quiet}>{t().trust}</p>
    </>
  );
}

function Fingerprint(props: { readonly closed: ClosedRoom }) {
  const t = useWords(words);
  return (
    <section class={styles.part}>
      <h3>{t().fingerprint}</h3>
      <p class={styles.large}>{props.closed.fingerprint() ?? t().working}</p>
      <p class={styles.quiet}>{t().fingerprintAbout}</p>
    </section>
  );
}

function PassOn(props: {
  readonly closed: ClosedRoom;
  readonly setCopy: (button: HTMLButtonElement) => void;
}) {
  const t = useWords(words);
  const [copied, setCopied] = createSignal<boolean>();
  const copy = async (link: string) => {
    // Refused where the page is not in front, or by a policy of the device: the key can still be read aloud.
    const done = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    setCopied(done);
    announce(done ? t().copied : t().notCopied);
  };
  return (
    <section class={styles.part}>
      <h3>{t().pass}</h3>
      <p class={styles.quiet}>{t().passAbout}</p>
      <Show when={props.closed.link()}>
        {(link) => (
          <Button ref={props.setCopy} look="filled" onClick={() => copy(link())}>
            {copied() ? t().copied : t().copy}
          </Button>
        )}
      </Show>
      <Show when={copied() === false}>
        <p>{t().notCopied}</p>
      </Show>
      <Show when={props.closed.key()}>
        {(key) => (
          <p>
            {t().keyAloud}
            <span class={styles.key}>{writtenKey(key())}</span>
          </p>
        )}
      </Show>
    </section>
  );
}
