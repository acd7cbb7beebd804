import type { JSX } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import type { AboutToPress } from '../../../ui/about-to-press.ts';
import { LetInAll, WaitingRows } from '../lobby/WaitingRows.tsx';
import { words as lobbyWords } from '../lobby/words.ts';
import { PauseRows } from '../pause/PauseRows.tsx';
import { words as pauseWords } from '../pause/words.ts';
import { Slower } from '../reaction/Slower.tsx';
import { words as reactionWords } from '../reaction/words.ts';
import type { RoomProps } from '../room-props.ts';
import { WrittenRows } from '../team-line/WrittenRows.tsx';
import { words as lineWords } from '../team-line/words.ts';

/** One of the things that wait for a session's teachers. Sections keep their order, whoever comes. */
export type ToYouSection = {
  readonly id: string;
  /** With how many rows it has. */
  readonly title: () => string;
  readonly rows: () => number;
  /** How many of them the tab counts: those that somebody has to do something about. */
  readonly counted: () => number;
  /** What can be done with all its rows. */
  readonly tool?: () => JSX.Element;
  readonly content: (near: AboutToPress) => JSX.Element;
};

/** From the most urgent down. */
export function toYouSections(face: RoomProps): readonly ToYouSection[] {
  return [waitsOutside(face), quietPauses(face), written(face), pace(face)];
}

function waitsOutside(face: RoomProps): ToYouSection {
  const t = useWords(lobbyWords);
  const rows = () => face.topics.lobby.waiting().length;
  return {
    id: 'lobby',
    title: () => t().section(rows()),
    rows,
    counted: rows,
    tool: () => <LetInAll {...face} />,
    content: (near) => <WaitingRows {...face} near={near} />,
  };
}

function quietPauses(face: RoomProps): ToYouSection {
  const t = useWords(pauseWords);
  const { pause, wishes } = face.topics;
  const rows = () => wishes.rows().length;
  return {
    id: 'quiet-pauses',
    title: () => t().section(pause.pauses().length),
    rows,
    counted: wishes.count,
    content: () => <PauseRows {...face} />,
  };
}

function written(face: RoomProps): ToYouSection {
  const t = useWords(lineWords);
  const rows = () => face.topics.desk.threads().length;
  return {
    id: 'written',
    title: () => t().written(rows()),
    rows,
    counted: face.topics.desk.unreadLines,
    content: (near) => <WrittenRows {...face} near={near} />,
  };
}

/** Seen for a minute, and not counted: it wants no answer to anybody. */
function pace(face: RoomProps): ToYouSection {
  const t = useWords(reactionWords);
  const { slower } = face.topics.reactions;
  return {
    id: 'pace',
    title: () => t().pace,
    rows: () => Math.min(1, slower()),
    counted: () => 0,
    content: () => <Slower count={slower()} />,
  };
}

/** What the tab counts altogether. */
export function toYouCount(sections: readonly ToYouSection[]): number {
  return sections.reduce((sum, section) => sum + section.counted(), 0);
}
