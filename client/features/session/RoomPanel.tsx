import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { type AboutToPress, createAboutToPress } from '../../ui/about-to-press.ts';
import { Button } from '../../ui/Button.tsx';
import { downIcon } from '../../ui/icons.ts';
import { pressWhereTheMouseRests } from '../../ui/rested-mouse.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AgendaPanel } from './agenda/AgendaPanel.tsx';
import { words as agendaWords } from './agenda/words.ts';
import { HelpAsked } from './breakout/HelpAsked.tsx';
import { inSentence } from './breakout/room-name.ts';
import { StartBreakouts } from './breakout/StartBreakouts.tsx';
import { CaptionBox } from './captions/CaptionBox.tsx';
import { CaptionLines } from './captions/CaptionLines.tsx';
import { ChatPanel } from './chat/ChatPanel.tsx';
import { EndForAll } from './ending/EndForAll.tsx';
import { GuestsPart } from './guest/GuestsPart.tsx';
import { WordAndQueue } from './hand-queue/WordAndQueue.tsx';
import { LineBanner } from './LineBanner.tsx';
import { HostsPart } from './moderation/HostsPart.tsx';
import { createHostsLog } from './moderation/hosts-log.ts';
import { NotesPart } from './notes/NotesPart.tsx';
import { OrderPart } from './order/OrderPart.tsx';
import { NEVER_CLOSED } from './order/order-store.ts';
import { StartPause } from './pause-for-all/StartPause.tsx';
import { StartPoll } from './poll/StartPoll.tsx';
import { QueueLine } from './QueueLine.tsx';
import { QuizList } from './quiz/QuizList.tsx';
import { StartQuiz } from './quiz/StartQuiz.tsx';
import styles from './RoomPanel.module.css';
import type { PanelName, RoomProps } from './room-props.ts';
import { PeoplePanel } from './roster/PeoplePanel.tsx';
import { words as rosterWords } from './roster/words.ts';
import { StartRound } from './round/StartRound.tsx';
import type { AddedPanel, SeminarParts } from './seminar-parts.ts';
import type { ToYouSection } from './to-you/sections.tsx';
import { ToYouPanel } from './to-you/ToYouPanel.tsx';
import { UndoStrips } from './UndoStrips.tsx';
import { words } from './words.ts';

type ContentProps = RoomProps & {
  readonly panel: PanelName;
  readonly seminar: SeminarParts | undefined;
  readonly documents: AddedPanel | undefined;
  /** What waits for whoever steers; undefined for all others. */
  readonly toYou: readonly ToYouSection[] | undefined;
  /** Told when something in the agenda or the list of people is about to be pressed. */
  readonly near: AboutToPress;
  /** What others add under the agenda. `onOpen`: something opens over the room, and a panel that lies over it goes. */
  readonly underAgenda: ((onOpen: () => void) => JSX.Element) | undefined;
  /** Makes room for the stage: a panel that lies over it goes. */
  readonly onShowStage?: () => void;
};
const NOBODY: ReadonlySet<PersonId> = new Set();
type PanelProps = Omit<ContentProps, 'near'> & {
  readonly chatLabel: string;
  /** The same without a count. */
  readonly chatTitle: string;
  readonly toYouLabel: string;
};

function Content(props: ContentProps) {
  const { roster, agenda, notes, ending, ownLine, reactions, pauseForAll, breakouts } =
    props.topics;
  const watch = (element: HTMLElement) => {
    props.near.watch(element);
    pressWhereTheMouseRests(element);
  };
  /** What is begun now would stand behind what is on the stage, unseen. */
  const isResting = () => pauseForAll.isOn() || props.topics.poll.isOn();
  const groupName = () => {
    const name = breakouts.mine()?.name;
    return name && inSentence(name);
  };
  const showSheet = () => {
    props.onShowStage?.();
    props.seminar?.showSheet();
  };
  return (
    <Switch>
      <Match when={props.panel === 'to-you' && props.toYou}>
        {(sections) => <ToYouPanel {...props} sections={sections()} />}
      </Match>
      <Match when={props.panel === 'agenda'}>
        <div ref={watch}>
          <AgendaPanel agenda={agenda} steers={roster.steers()} />
          <NotesPart store={notes} steers={roster.steers()} />
          <QuizList
            quizzes={props.topics.quiz.mine()}
            level={3}
            onTake={({ id }) => {
              props.onShowStage?.();
              props.topics.quiz.show(id);
            }}
          />
          {props.underAgenda?.(() => props.onShowStage?.())}
          <Show when={roster.steers()}>
            <StartPause pause={pauseForAll} onDone={() => props.onShowStage?.()} />
            <Show when={!isResting() && !breakouts.isSplit()}>
              <StartRound {...props} onDone={() => props.onShowStage?.()} />
            </Show>
            <Show when={!isResting()}>
              <StartBreakouts {...props} onDone={() => props.onShowStage?.()} />
            </Show>
            <StartPoll
              store={props.topics.poll}
              sessionId={props.room.sessionId}
              me={props.room.me}
              rests={pauseForAll.isOn()}
              say={props.room.say}
              onDone={() => props.onShowStage?.()}
            />
            <StartQuiz
              store={props.topics.quiz}
              sessionId={props.room.sessionId}
              me={props.room.me}
              onDone={() => props.onShowStage?.()}
            />
            <EndForAll ending={ending} onDone={() => props.onShowStage?.()} />
          </Show>
        </div>
      </Match>
      <Match when={props.panel === 'chat'}>
        {/* Made anew with the place: the talk of another begins where it was. */}
        <Show when={props.topics.chatHere()} keyed>
          {({ breakoutId, chat, draft }) => (
            <ChatPanel
              chat={chat}
              draft={draft}
              roster={roster}
              ownLine={ownLine}
              reactions={reactions}
              order={breakoutId ? NEVER_CLOSED : props.topics.order}
              groupName={breakoutId && groupName()}
            />
          )}
        </Show>
      </Match>
      <Match when={props.panel === 'people'}>
        <People {...props} />
      </Match>
      <Match when={props.panel === 'document'}>
        {props.documents?.panel(props.seminar && showSheet)}
      </Match>
    </Switch>
  );
}

/** Everybody, and for teachers whom they have taken out. */
function People(props: ContentProps) {
  const { roster, handQueue, moderation, order, pause, lobby } = props.topics;
  const steers = createMemo(roster.steers);
  const hosts = createMemo(() =>
    steers() ? createHostsLog(props.room, moderation.changes) : undefined,
  );
  const t = useWords(words);
  let tools: HTMLElement | undefined;
  const toTools = () => {
    tools?.focus({ preventScroll: true });
    tools?.scrollIntoView({ block: 'start' });
  };
  return (
    <div ref={props.near.watch}>
      {/* Thirty people lie between the top and what a teacher can do for them all. */}
      <Show when={steers()}>
        <Button class={styles.toTools} look="quiet" size="small" icon={downIcon} onClick={toTools}>
          {t().toTools}
        </Button>
      </Show>
      <PeoplePanel
        me={props.room.me}
        roster={roster}
        handQueue={handQueue}
        pause={pause}
        lobby={lobby}
        breakouts={props.topics.breakouts}
        seminar={props.seminar}
        onRemove={moderation.ask}
        keptOut={hosts()?.keptOut() ?? NOBODY}
      />
      <Show when={hosts()}>
        {(log) => (
          <section ref={tools} class={styles.tools} tabindex="-1" aria-label={t().tools}>
            <OrderPart order={order} />
            <HostsPart room={props.room} moderation={moderation} hosts={log()} />
            <GuestsPart
              class={styles.guests}
              sessionId={props.room.sessionId}
              me={props.room.me}
              level={3}
            />
          </section>
        )}
      </Show>
    </div>
  );
}

/** Beside the stage on a wide screen: who has the word stays on top, whatever tab is open. */
export function RoomPanel(props: PanelProps & { readonly onPanel: (panel: PanelName) => void }) {
  const t = useWords(words);
  const near = createAboutToPress();
  const agenda = useWords(agendaWords);
  const people = useWords(rosterWords);
  const content = (panel: PanelName) => (): JSX.Element => (
    <Content {...props} near={near} panel={panel} />
  );
  // Labels are read where they are shown: a count that changes must not make the panels anew, and lose the focus in them.
  const tabs = createMemo(() => [
    ...(props.toYou
      ? [
          {
            id: 'to-you' as const,
            get label() {
              return props.toYouLabel;
            },
            content: content('to-you'),
          },
        ]
      : []),
    {
      id: 'agenda' as const,
      get label() {
        return agenda().agenda;
      },
      content: content('agenda'),
    },
    {
      id: 'chat' as const,
      get label() {
        return props.chatLabel;
      },
      content: content('chat'),
    },
    {
      id: 'people' as const,
      get label() {
        return people().people;
      },
      content: content('people'),
    },
    ...(props.documents
      ? [
          {
            id: 'document' as const,
            get label() {
              return props.documents?.label() ?? '';
            },
            content: content('document'),
          },
        ]
      : []),
  ]);
  return (
    <aside id="panel" class={styles.panel} tabindex="-1" aria-label={t().panel}>
      <HelpAsked topics={props.topics} />
      <CaptionBox captions={props.topics.captions} at="panel" hasPanel />
      <WordAndQueue me={props.room.me} {...props.topics} holdsStill={near.holds()} folds />
      <Tabs label={t().choosePanel} value={props.panel} onChange={props.onPanel} tabs={tabs()} />
    </aside>
  );
}

/** The same from the bottom of a phone, one at a time, and who has the word on top of each; the queue comes with the people. */
export function RoomSheet(
  props: PanelProps & {
    readonly open: boolean;
    readonly onOpenChange: (open: boolean) => void;
  },
) {
  const t = useWords(words);
  const near = createAboutToPress();
  const agenda = useWords(agendaWords);
  const people = useWords(rosterWords);
  const titles: Record<PanelName, () => string> = {
    'to-you': () => props.toYouLabel,
    agenda: () => agenda().agenda,
    chat: () => props.chatTitle,
    people: () => people().people,
    document: () => props.documents?.label() ?? '',
  };
  return (
    <Sheet
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={titles[props.panel]()}
      closeLabel={t().close}
      pinned={
        <>
          {/* The stage's own lies behind the sheet. */}
          <div class={styles.line}>
            <LineBanner room={props.room} again />
          </div>
          <Show when={props.topics.captions.isShown()}>
            <CaptionLines captions={props.topics.captions} brief />
          </Show>
          <div class={styles.undo}>
            <UndoStrips room={props.room} topics={props.topics} inSheet />
          </div>
          <Show
            when={props.panel === 'people'}
            fallback={<QueueLine room={props.room} topics={props.topics} inSheet />}
          >
            <div class={styles.queue}>
              <HelpAsked topics={props.topics} />
              <WordAndQueue
                me={props.room.me}
                {...props.topics}
                holdsStill={near.holds()}
                endsOwnWord
              />
            </div>
          </Show>
        </>
      }
    >
      <Content {...props} near={near} onShowStage={() => props.onOpenChange(false)} />
    </Sheet>
  );
}
