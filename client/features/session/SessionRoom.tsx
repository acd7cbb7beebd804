import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { lowEnergy } from '../../platform/appearance.ts';
import { useWords } from '../../platform/language.ts';
import { createBeside, createMediaQuery, SIDEWAYS, WIDE } from '../../platform/media-query.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { aSheetIsOpen } from '../../ui/back-closes.ts';
import { agendaIcon, chatIcon, nowIcon, peopleIcon } from '../../ui/icons.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { ItemNote } from './agenda/ItemNote.tsx';
import { ItemSheet } from './agenda/ItemSheet.tsx';
import { words as agendaWords } from './agenda/words.ts';
import { InsideBanners, WithAllBanner } from './breakout/BreakoutBanners.tsx';
import { focusWhenMoved } from './breakout/focus-when-moved.ts';
import { createGroupUnread } from './breakout/group-unread.ts';
import { LeadNotice } from './breakout/LeadNotice.tsx';
import { SplitStage } from './breakout/SplitStage.tsx';
import { CaptionBox } from './captions/CaptionBox.tsx';
import { CaptionDesk } from './captions/CaptionDesk.tsx';
import { CaptionOffer } from './captions/CaptionOffer.tsx';
import { CaptionSheet } from './captions/CaptionSheet.tsx';
import { whenNewFromOthers } from './chat/new-messages.ts';
import { words as chatWords } from './chat/words.ts';
import { EndingBanner } from './ending/EndingBanner.tsx';
import { LineBanner } from './LineBanner.tsx';
import { RemoveSheet } from './moderation/RemoveSheet.tsx';
import { ProblemStrip } from './ProblemStrip.tsx';
import { PauseScreen } from './pause/PauseScreen.tsx';
import { PauseForAllScreen } from './pause-for-all/PauseForAllScreen.tsx';
import { PollLine } from './poll/PollLine.tsx';
import { PollScreen } from './poll/PollScreen.tsx';
import { QueueLine } from './QueueLine.tsx';
import { QuizLine } from './quiz/QuizLine.tsx';
import { QuizSheet } from './quiz/QuizSheet.tsx';
import { RoomBar } from './RoomBar.tsx';
import { RoomPanel, RoomSheet } from './RoomPanel.tsx';
import { RoomStage } from './RoomStage.tsx';
import { RoomTop } from './RoomTop.tsx';
import { Marks } from './reaction/Marks.tsx';
import { ReactionSheet } from './reaction/ReactionSheet.tsx';
import type { PanelName, RoomProps } from './room-props.ts';
import { WithoutTeacher } from './roster/WithoutTeacher.tsx';
import { words as rosterWords } from './roster/words.ts';
import { RoundScreen } from './round/RoundScreen.tsx';
import { SaidStrip } from './SaidStrip.tsx';
import styles from './SessionRoom.module.css';
import type { AddedPanel, PanelLink, SeminarParts } from './seminar-parts.ts';
import { createTallNotice } from './tall-notice.ts';
import { OwnLineSheet } from './team-line/OwnLineSheet.tsx';
import { toYouCount, toYouSections } from './to-you/sections.tsx';
import { words as toYouWords } from './to-you/words.ts';
import type { Topics } from './topics.ts';
import { UndoStrips } from './UndoStrips.tsx';
import { createUnderStage } from './under-stage.ts';
import { createUnseenHands } from './unseen-hands.ts';
import { words } from './words.ts';

/** The room itself: what is going on above, the stage, the panel beside it or in sheets, and the controls below. */
export function SessionRoom(
  props: RoomProps & {
    readonly seminar: ((face: RoomProps) => SeminarParts) | undefined;
    readonly documents: ((face: RoomProps) => AddedPanel) | undefined;
    readonly underAgenda: ((face: RoomProps, onOpen: () => void) => JSX.Element) | undefined;
    readonly corner: ((face: RoomProps) => JSX.Element) | undefined;
    readonly onLeave: () => void;
  },
) {
  const t = useWords(words);
  const chat = useWords(chatWords);
  const agenda = useWords(agendaWords);
  const people = useWords(rosterWords);
  const beside = createBeside();
  const wide = createMediaQuery(WIDE);
  const sideways = createMediaQuery(SIDEWAYS);
  const cornerInBar = () => wide() || sideways();
  // Sound and pictures come and go with the seat.
  // Without the makers of the parts: what is spread would stand in for a part that is gone.
  const face: RoomProps = { room: props.room, topics: props.topics };
  const { captions } = props.topics;
  const parts = props.seminar?.(face);
  const documents = props.documents?.(face);
  const underAgenda = (onOpen: () => void) => props.underAgenda?.(face, onOpen);
  const seminar = () => (parts?.usable() ? parts : undefined);
  const [panel, setPanel] = createSignal<PanelName>('chat');
  const [sheetOpen, setSheetOpen] = createSignal(false);
  createReturnFocus(sheetOpen);
  const chatIsSeen = () => panel() === 'chat' && (beside() || sheetOpen());
  const { breakouts } = props.topics;
  const inGroup = createMemo(() => breakouts.mineId() !== undefined);
  const { poll } = props.topics;
  const pollIsShown = () => poll.isOn() && !(poll.isAside() && inGroup());
  const stageAsks = () =>
    pollIsShown() || props.topics.round.isOn() || (breakouts.isSplit() && !inGroup());
  const saidAt = () => {
    if (aSheetIsOpen()) return 'over-sheet';
    return stageAsks() ? 'over-stage' : 'foot';
  };
  const ofAll = createUnread(props.topics, () => chatIsSeen() && !inGroup());
  const ofGroup = createGroupUnread(props.room.me, breakouts, chatIsSeen);
  const unread = () => (inGroup() ? ofGroup() : ofAll());
  focusWhenMoved(breakouts);
  const queueIsSeen = () => beside() || (panel() === 'people' && sheetOpen());
  const hands = createUnseenHands(props.room.me, props.topics, queueIsSeen);
  const sections = toYouSections(face);
  const steers = createMemo(() => props.topics.roster.steers());
  const toYou = () => (steers() ? sections : undefined);
  const waiting = () => (steers() ? toYouCount(sections) : props.topics.ownLine.unseen());
  const news = () => ({ messages: unread(), hands: hands(), toYou: waiting() });
  const forYou = useWords(toYouWords);
  const toYouLabel = () => (waiting() > 0 ? forYou().toYouWith(waiting()) : forYou().toYou);
  const peopleLabel = () => (hands() > 0 ? people().peopleWithHands(hands()) : people().people);
  const chatTitle = () => (inGroup() ? chat().group.chat : chat().chat);
  const chatLabel = () => {
    if (unread() === 0) return chatTitle();
    return inGroup() ? chat().group.chatWithNew(unread()) : chat().chatWithNew(unread());
  };
  const tallNotice = createTallNotice();
  const underStage = createUnderStage();
  const [nameIsCut, setNameIsCut] = createSignal(false);
  const title = () => props.room.session()?.title ?? '';
  const show = (name: PanelName) => {
    setPanel(name);
    // Opened for the narrow screen alone: it would lie in wait until the window is one.
    if (!beside()) return setSheetOpen(true);
    // When it is drawn, and whatever was open over it is closed.
    setTimeout(() => goToPanel(name));
  };
  const toYouPanel: PanelLink = {
    name: 'to-you',
    icon: nowIcon,
    label: toYouLabel,
    open: () => show('to-you'),
  };
  const always: readonly PanelLink[] = [
    { name: 'agenda', icon: agendaIcon, label: () => agenda().agenda, open: () => show('agenda') },
    { name: 'chat', icon: chatIcon, label: chatLabel, open: () => show('chat') },
    {
      name: 'people',
      icon: peopleIcon,
      label: peopleLabel,
      short: () => people().people,
      open: () => show('people'),
    },
    ...(documents
      ? [
          {
            name: 'document' as const,
            icon: documents.icon,
            label: documents.label,
            short: documents.short,
            open: () => show('document'),
          },
        ]
      : []),
  ];
  const panels = () => (steers() ? [toYouPanel, ...always] : always);
  // Whoever steers no more, or never has, has no such panel.
  createEffect(() => {
    if (!steers() && panel() === 'to-you') setPanel('chat');
  });
  // A sheet that was open on a narrow screen must not lie in wait behind a wide one.
  createEffect(() => {
    if (beside()) setSheetOpen(false);
  });
  // The group's text opens by itself where there is room for it beside the faces.
  const groupText = createMemo(() => breakouts.inside()?.documentId ?? undefined);
  createEffect(
    on(groupText, (text) => {
      if (!text || !beside()) return;
      const now = seminar();
      if (now) now.showSheetForNow();
      else setPanel('document');
    }),
  );
  const stage = () => (
    <Show when={seminar()} fallback={<RoomStage {...face} onSeeAll={() => show('people')} />}>
      {(now) =>
        now().stage({
          sheet: () => <ItemSheet agenda={props.topics.agenda} title={title()} withoutNext />,
          laid: () => documents?.onSheet(),
          onSeeAll: () => show('people'),
        })
      }
    </Show>
  );
  return (
    <div
      ref={keepFocus}
      class={styles.room}
      data-tall-notice={tallNotice.takes()}
      style={{ ...tallNotice.sizes(), ...underStage.size() }}
    >
      <SkipLink target="stage">{t().skipToStage}</SkipLink>
      <Show when={beside()}>
        <SkipLink target="panel">{t().skipToPanel}</SkipLink>
      </Show>
      <SkipLink target="controls">{t().skipToControls}</SkipLink>
      <RoomTop
        {...props}
        corner={!cornerInBar() && props.corner?.(face)}
        titleRef={tallNotice.title}
        onNameCut={setNameIsCut}
        lockMark={seminar()?.lockMark}
      />
      <main id="stage" class={styles.stage} tabindex="-1" aria-label={t().stage}>
        <div class={styles.news} data-over={seminar() ? '' : undefined}>
          <Show when={seminar()}>
            {(now) => (
              <>
                <ItemNote
                  agenda={props.topics.agenda}
                  title={title()}
                  onStage={now().showsSheet() && !documents?.isLaid()}
                  nameIsCut={nameIsCut()}
                  onReadAll={() => show('agenda')}
                />
                <div class={styles.mark} ref={tallNotice.mark}>
                  {now().mark()}
                </div>
              </>
            )}
          </Show>
          <Show when={saidAt() === 'over-stage'}>
            <SaidStrip room={props.room} place="over-stage" />
          </Show>
          <div class={styles.notices} ref={tallNotice.notices}>
            <LineBanner room={props.room} />
            <EndingBanner {...props} />
            <InsideBanners {...face} />
            <LeadNotice {...face} />
            <WithoutTeacher roster={props.topics.roster} />
            {parts?.notices()}
            <WithAllBanner {...face} />
          </div>
        </div>
        <CaptionBox captions={captions} at="over" hasPanel={beside()} />
        <div class={styles.scene}>
          <Show
            when={!props.topics.pause.paused()}
            fallback={<PauseScreen {...face} hears={seminar() !== undefined} />}
          >
            <Show
              when={!props.topics.pauseForAll.isOn()}
              fallback={<PauseForAllScreen {...face} sends={seminar() !== undefined} />}
            >
              <Show when={!pollIsShown()} fallback={<PollScreen {...face} />}>
                <Show
                  when={!props.topics.round.isOn()}
                  fallback={<RoundScreen {...face} seminar={seminar()} />}
                >
                  <SplitStage
                    {...face}
                    speakToAll={seminar()?.speakToAll}
                    onText={
                      groupText() && documents && !beside() ? () => show('document') : undefined
                    }
                    stage={stage}
                  />
                </Show>
              </Show>
            </Show>
          </Show>
        </div>
        {/* What others show for a moment asks for nothing: in low energy it is left out. */}
        <Show when={!lowEnergy()}>
          <Marks reactions={props.topics.reactions} />
        </Show>
        <div ref={underStage.watch}>
          <CaptionBox captions={captions} at="under" hasPanel={beside()} />
          <CaptionOffer captions={captions} alsoInMore={seminar() !== undefined} />
          <Show when={captions.isWriter()}>
            <For each={[props.topics.breakouts.mineId()]}>
              {(breakoutId) => (
                <CaptionDesk
                  room={props.room}
                  roster={props.topics.roster}
                  captions={captions}
                  breakoutId={breakoutId}
                />
              )}
            </For>
          </Show>
        </div>
      </main>
      <Show
        when={beside()}
        fallback={
          <RoomSheet
            {...face}
            seminar={seminar()}
            documents={documents}
            toYou={toYou()}
            toYouLabel={toYouLabel()}
            underAgenda={underAgenda}
            panel={panel()}
            chatLabel={chatLabel()}
            chatTitle={chatTitle()}
            open={sheetOpen()}
            onOpenChange={setSheetOpen}
          />
        }
      >
        <RoomPanel
          {...face}
          seminar={seminar()}
          documents={documents}
          toYou={toYou()}
          toYouLabel={toYouLabel()}
          underAgenda={underAgenda}
          panel={panel()}
          chatLabel={chatLabel()}
          chatTitle={chatTitle()}
          onPanel={setPanel}
        />
      </Show>
      <div class={styles.strips}>
        <Show when={!beside()}>
          <QueueLine {...props} />
        </Show>
        <PollLine {...face} />
        <QuizLine {...face} />
        <ProblemStrip room={props.room} />
        <Show when={saidAt() !== 'over-stage'}>
          <SaidStrip room={props.room} place={saidAt()} />
        </Show>
        {parts?.strips()}
        <Show when={!sheetOpen()}>
          <UndoStrips {...face} />
        </Show>
      </div>
      <OwnLineSheet {...face} />
      <QuizSheet {...face} />
      <RemoveSheet moderation={props.topics.moderation} />
      <ReactionSheet reactions={props.topics.reactions} teaches={steers()} />
      <CaptionSheet captions={captions} teaches={steers()} ownSpeech={seminar()?.ownSpeech()} />
      <RoomBar
        {...face}
        seminar={seminar()}
        panels={panels()}
        news={news}
        corner={cornerInBar() && props.corner?.(face)}
        onLeave={props.onLeave}
      />
    </div>
  );
}

/** To what was opened beside the stage: where one writes, or the tab, which says what is open and leads into it. */
function goToPanel(name: PanelName): void {
  const panel = document.getElementById('panel');
  const field = name === 'chat' && panel?.querySelector<HTMLElement>('[role="tabpanel"] textarea');
  (field || panel?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
}

/** How many messages of others to all have come since the chat was last seen. */
function createUnread(topics: Topics, seen: () => boolean) {
  const [unread, setUnread] = createSignal(0);
  createEffect(() => {
    if (seen()) setUnread(0);
  });
  whenNewFromOthers(topics.chat, (count) => {
    if (!seen()) setUnread((before) => before + count);
  });
  return unread;
}
