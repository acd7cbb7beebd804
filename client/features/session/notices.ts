import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { announce } from '../../ui/announcer.ts';

/** As long as the announcer remembers it: time to read two short sentences slowly. */
const SAID_MS = 10_000;

/** Somebody else was first, and the screen shows what they did: there is nothing to put right, and soon it is no longer true. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'already-called',
  'already-changed',
  'already-stepped',
  'has-not-the-word',
  'nobody-knocks',
  'not-here',
  'not-in-queue',
  'not-split',
  'not-waiting',
  'queue-empty',
]);

/** Something that did not work, in words, with what a person can quote. */
type Problem = { readonly text: string; readonly incident: string | undefined };

export type Notices = {
  /** What came of one's own press or was done to one's turn, seen for a moment and heard: "Ola er dempet". */
  readonly said: Accessor<string | undefined>;
  readonly say: (text: string) => void;
  /** It is no longer so: takes it from sight, if it still stands. */
  readonly unsay: (text: string) => void;
  /** What did not work and may be put right: it stays until it is put away or something else is tried. */
  readonly problem: Accessor<Problem | undefined>;
  readonly dismissProblem: () => void;
};

/** What the room says in words over the bar: what is of the moment goes by itself. */
export function createNotices(): Notices & {
  readonly sayRefused: (refusal: string, problem: Problem) => void;
} {
  const [problem, setProblem] = createSignal<Problem>();
  const [said, setSaid] = createSignal<string>();
  let saying: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    clearTimeout(saying);
    setSaid(text);
    announce(text);
    saying = setTimeout(() => setSaid(undefined), SAID_MS);
  };
  onCleanup(() => clearTimeout(saying));
  return {
    said,
    say,
    unsay: (text) => setSaid((now) => (now === text ? undefined : now)),
    problem,
    dismissProblem: () => setProblem(undefined),
    sayRefused: (refusal, refused) =>
      OVERTAKEN.has(refusal) ? say(refused.text) : setProblem(refused),
  };
}
