import type { JSX } from 'solid-js';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { PanelName } from './room-props.ts';

/** One more panel, from another slice; `client/app` introduces the two. */
export type AddedPanel = {
  readonly label: () => string;
  /** For a bar where there is room for one short word. */
  readonly short: () => string;
  readonly icon: string;
  /** `showSheet` turns the stage to its sheet; undefined where the stage has none. */
  readonly panel: (showSheet: (() => void) | undefined) => JSX.Element;
  /** Whether something lies on the stage's sheet. */
  readonly isLaid: () => boolean;
  /** What somebody has laid on the stage's sheet, in place of what we do now: made anew by each call. */
  readonly onSheet: () => JSX.Element | undefined;
};

/** A panel that a phone has no room for beside the stage; or the way out, while another has its place on the bar. */
export type PanelLink = {
  readonly name: PanelName | 'leave';
  readonly icon: string;
  readonly label: () => string;
  readonly short?: () => string;
  readonly open: () => void;
};

/** What has come since one last looked, in what a narrow screen keeps behind "Mer". */
export type News = {
  readonly messages: number;
  /** Only for whoever gives the word. */
  readonly hands: number;
  /** What waits for a teacher, or has been answered to oneself: in private. */
  readonly toYou: number;
};

/** What being seen and heard adds to the session's screen; `client/app` introduces the two. */
export type SeminarParts = {
  /** Whether sound and pictures can be had, or soon will. If not, the session stands as it would without. */
  readonly usable: () => boolean;
  /** How sound and picture are, when not as they should be, and what has been done to oneself: each a banner. */
  readonly notices: () => JSX.Element;
  /** A sign that stays in sight beside what we do now, no higher than a control: that the room is closed. */
  readonly mark: () => JSX.Element;
  /** Beside the sign of a locked door, for a teacher: that the microphones are locked. */
  readonly lockMark: () => JSX.Element;
  /**
   * In place of the drawn faces. `sheet` is what is shared on the stage, what we do now or a document: any markup, made
   * anew for each layout and given the room it fills. `onSeeAll` opens the list of people.
   */
  readonly stage: (slot: {
    readonly sheet: () => JSX.Element;
    /** What lies on the sheet beside the faces, if anything was laid there. */
    readonly laid: () => JSX.Element | undefined;
    readonly onSeeAll: () => void;
  }) => JSX.Element;
  /** Somebody's moving picture alone, filling what it stands in; nothing while there is none. */
  readonly picture: (personId: PersonId) => JSX.Element;
  /** Whether the stage's sheet is in view. */
  readonly showsSheet: () => boolean;
  /** Turns the stage to the layout in which the sheet stands beside the faces. */
  readonly showSheet: () => void;
  /** The same for a while: it is no choice of one's own, so it is not kept, and ends when one leaves the room that one is in. */
  readonly showSheetForNow: () => void;
  /** Before the hand on the bar. */
  readonly controls: () => JSX.Element;
  /** How what one says oneself is written down for all, where one's own device can; else nothing. */
  readonly ownSpeech: () => JSX.Element;
  /** After the hand on the bar. On a narrow screen it leads to the panels too. */
  readonly more: (slot: {
    readonly panels: readonly PanelLink[];
    readonly news: () => News;
  }) => JSX.Element;
  /** Under somebody's name in the list of people: how they are heard. */
  readonly aboutPerson: (entry: RosterEntry) => string | false;
  /** At the end of somebody's row in the list: what a teacher can do. */
  readonly personTools: (entry: RosterEntry) => JSX.Element;
  /** For a teacher in the room with all while the session is split: speaking into the breakouts. */
  readonly speakToAll: () => JSX.Element;
  /** Turns one's own microphone off, and off alone: whether it was on. For whoever records what they would else say twice. */
  readonly quietMicrophone: () => boolean;
  /** The room is closed: no sound of it may reach the server. */
  readonly isClosed: () => boolean;
  /** Over the bar: what can be undone. */
  readonly strips: () => JSX.Element;
};
