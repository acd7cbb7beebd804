import { createEffect, createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { ownRemoval } from '#shared/features/session/moderation/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { OutsideNotice } from '../OutsideNotice.tsx';
import type { Room } from '../session-room.ts';
import { words as roomWords } from '../words.ts';
import { RemovalWords } from './RemovalWords.tsx';
import { words } from './words.ts';

type Removal = NonNullable<OutputOf<typeof ownRemoval>['removal']>;

/** So soon does somebody who may come in again hear of it: at first, when a slip is most likely undone, and later. */
const ASK_SOON_MS = 1_000;
const SOON_LASTS_MS = 15_000;
const ASK_AGAIN_MS = 5_000;

/** Whoever was taken out by a teacher is told by whom and whom to turn to, and when they may come in again. Anybody else: what stands inside. */
export function TakenOut(props: {
  readonly room: Room;
  /** How one gets hold of somebody at the school. */
  readonly reach: (() => JSX.Element) | undefined;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const room = useWords(roomWords);
  const query = createQuery(ownRemoval, () => ({ sessionId: props.room.sessionId }));
  const [justNow, setJustNow] = createSignal(true);
  const timer = setTimeout(() => setJustNow(false), SOON_LASTS_MS);
  onCleanup(() => clearTimeout(timer));
  createEffect(() => refetchEvery(justNow() ? ASK_SOON_MS : ASK_AGAIN_MS, query));
  const asked = createMemo(() => query.state().status !== 'loading');
  const removal = createMemo<Removal | undefined>(
    (before) => query.value()?.removal ?? before,
    undefined,
  );
  const mayComeIn = createMemo(() => query.value()?.removal === null);
  const back = () => <LinkButton href="/">{room().toNow}</LinkButton>;
  return (
    <Show
      when={asked()}
      fallback={<Skeleton label={t().logLoading} shapes={['heading', 'line']} />}
    >
      <Show when={removal()} fallback={props.children}>
        {(known) => (
          <Show
            when={mayComeIn()}
            fallback={
              <>
                <OutsideNotice title={t().out.title(known().by)} actions={back()}>
                  <RemovalWords by={known().by} words={known().words} />
                  <p>{t().out.about(clockTime(known().at), known().by)}</p>
                  <p>{t().out.others}</p>
                  <p>{t().out.waits}</p>
                </OutsideNotice>
                {props.reach?.()}
              </>
            }
          >
            <OutsideNotice
              title={t().out.back}
              actions={
                <>
                  <Button look="filled" onClick={props.room.join}>
                    {t().out.joinAgain}
                  </Button>
                  {back()}
                </>
              }
            >
              <p>{t().out.backAbout(query.value()?.letInBy ?? t().out.aTeacher)}</p>
            </OutsideNotice>
          </Show>
        )}
      </Show>
    </Show>
  );
}
