import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  Match,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { ownRemoval } from '#shared/features/session/moderation/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { createGlance } from '../door/glance.ts';
import { OutsideNotice } from '../OutsideNotice.tsx';
import { OutsideWait } from '../OutsideWait.tsx';
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
  readonly reach: ((room: Room) => JSX.Element) | undefined;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const room = useWords(roomWords);
  const query = createQuery(ownRemoval, () => ({ sessionId: props.room.sessionId }));
  const [justNow, setJustNow] = createSignal(true);
  const timer = setTimeout(() => setJustNow(false), SOON_LASTS_MS);
  onCleanup(() => clearTimeout(timer));
  createEffect(() => refetchEvery(justNow() ? ASK_SOON_MS : ASK_AGAIN_MS, query));
  const removal = createMemo<Removal | undefined>(
    (before) => query.value()?.removal ?? before,
    undefined,
  );
  // Let in again before the first answer; what the door says now is asked too, for the log remembers longer.
  const wasLetIn = createMemo(() => typeof query.value()?.letInBy === 'string');
  const door = createMemo(() => (wasLetIn() ? createGlance(props.room.sessionId) : undefined));
  const asked = createMemo(
    () =>
      removal() !== undefined || (query.state().status !== 'loading' && (door()?.asked() ?? true)),
  );
  const mayComeIn = createMemo(() => {
    if (query.value()?.removal !== null) return false;
    const now = door()?.glance();
    return removal() !== undefined || now?.mayJoin === true || now?.waits === true;
  });
  const back = () => <LinkButton href="/">{room().toNow}</LinkButton>;
  return (
    <Show when={asked()} fallback={<OutsideWait label={room().findingWhy} />}>
      <Switch fallback={props.children}>
        <Match when={mayComeIn()}>
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
        </Match>
        <Match when={removal()}>
          {(known) => (
            <>
              <OutsideNotice title={t().out.title(known().by)} actions={back()}>
                <RemovalWords by={known().by} words={known().words} />
                <p>{t().out.about(clockTime(known().at), known().by)}</p>
                <p>{t().out.others}</p>
                <p>{t().out.waits}</p>
              </OutsideNotice>
              {props.reach?.(props.room)}
            </>
          )}
        </Match>
      </Switch>
    </Show>
  );
}
