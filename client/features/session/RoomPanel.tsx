import { createMemo, Match, Show, Switch } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { type AboutToPress, createAboutToPress } from '../../ui/about-to-press.ts';
import { pressWhereTheMouseRests } from '../../ui/rested-mouse.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { AgendaPanel } from './agenda/AgendaPanel.tsx';
import { words as agendaWords } from './agenda/words.ts';
import { ChatPanel } from './chat/ChatPanel.tsx';
import { words as chatWords } from './chat/words.ts';
import { EndForAll } from './ending/EndForAll.tsx';
import { WordAndQueue } from './hand-queue/WordAndQueue.tsx';
import { LineBanner } from './LineBanner.tsx';
import { HostsPart } from './moderation/HostsPart.tsx';
import { createHostsLog } from './moderation/hosts-log.ts';
import { QueueLine } from './QueueLine.tsx';
import styles from './RoomPanel.module.css';
import type { PanelName, RoomProps } from './room-props.ts';
import { PeoplePanel } from './roster/PeoplePanel.tsx';
import { words as rosterWords } from './roster/words.ts';
import type { AddedPanel, SeminarParts } from './seminar-parts.ts';
import { words } from './words.ts';

type ContentProps = RoomProps & {
  readonly panel: PanelName;
  readonly seminar: SeminarParts | undefined;
  readonly documents: AddedPanel | undefined;
  /** Told when something in the agenda or the list of people is about to be pressed. */
  readonly near: AboutToPress;
  /** Makes room for the stage: a panel that lies over it goes. */
  readonly onShowStage?: () => void;
};
const NOBODY: ReadonlySet<PersonId> = new Set();
type PanelProps = Omit<ContentProps, 'near'> & { readonly chatLabel: string };

function Content(props: ContentProps) {
  const { roster, agenda, chat, draft, ending } = props.topics;
  const watch = (element: HTMLElement) => {
    props.near.watch(element);
    pressWhereTheMouseRests(element);
  };
  const showSheet = () => {
    props.onShowStage?.();
    props.seminar?.showSheet();
  };
  return (
    <Switch>
      <Match when={props.panel === 'agenda'}>
        <div ref={watch}>
          <AgendaPanel agenda={agenda} steers={roster.steers()} />
          <Show when={roster.steers()}>
            <EndForAll ending={ending} onDone={() => props.onShowStage?.()} />
          </Show>
        </div>
      </Match>
      <Match when={props.panel === 'chat'}>
        <ChatPanel chat={chat} draft={draft} roster={roster} />
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
  const { roster, handQueue, moderation } = props.topics;
  const steers = createMemo(roster.steers);
  const hosts = createMemo(() =>
    steers() ? createHostsLog(props.room, moderation.changes) : undefined,
  );
  return (
    <div ref={props.near.watch}>
      <PeoplePanel
        me={props.room.me}
        roster={roster}
        handQueue={handQueue}
        seminar={props.seminar}
        keptOut={hosts()?.keptOut() ?? NOBODY}
      />
      <Show when={hosts()}>
        {(log) => <HostsPart room={props.room} moderation={moderation} hosts={log()} />}
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
  return (
    <aside id="panel" class={styles.panel} tabindex="-1" aria-label={t().panel}>
      <WordAndQueue me={props.room.me} {...props.topics} holdsStill={near.holds()} />
      <Tabs
        label={t().choosePanel}
        value={props.panel}
        onChange={props.onPanel}
        tabs={[
          {
            id: 'agenda',
            label: agenda().agenda,
            content: () => <Content {...props} near={near} panel="agenda" />,
          },
          {
            id: 'chat',
            label: props.chatLabel,
            content: () => <Content {...props} near={near} panel="chat" />,
          },
          {
            id: 'people',
            label: people().people,
            content: () => <Content {...props} near={near} panel="people" />,
          },
          ...(props.documents
            ? [
                {
                  id: 'document' as const,
                  label: props.documents.label(),
                  content: () => <Content {...props} near={near} panel="document" />,
                },
              ]
            : []),
        ]}
      />
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
  const chat = useWords(chatWords);
  const people = useWords(rosterWords);
  const titles: Record<PanelName, () => string> = {
    agenda: () => agenda().agenda,
    chat: () => chat().chat,
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
          <Show
            when={props.panel === 'people'}
            fallback={<QueueLine room={props.room} topics={props.topics} inSheet />}
          >
            <div class={styles.queue}>
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
