import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { speakToBreakouts } from '#shared/features/seminar-room/queries.ts';
import { type Breakout, SPOKEN_TO_MAX } from '#shared/features/session/breakout/model.ts';
import type { BreakoutId } from '#shared/kernel/ids.ts';
import type { AskOnce } from '../../../platform/http-query.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import type { MediaLine, MediaListener } from '../../../platform/media-line.ts';
import { announce } from '../../../ui/announcer.ts';
import { tabName } from '../join/tab-name.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import {
  chooseRoom,
  nextSpeech,
  occupied,
  SILENT,
  type SpeechEvent,
  type SpeechState,
} from './speech-state.ts';
import { words } from './words.ts';

export type Speech = {
  readonly state: Accessor<SpeechState>;
  readonly rooms: Accessor<readonly Breakout[]>;
  /** There are more rooms than one voice reaches: some of them are chosen. */
  readonly mustChoose: Accessor<boolean>;
  /** Those of them that somebody is in. */
  readonly offered: Accessor<readonly BreakoutId[]>;
  /** Who is in one, in words. */
  readonly insideOf: (room: BreakoutId) => string;
  readonly chosen: Accessor<readonly BreakoutId[]>;
  readonly choose: (room: BreakoutId, on: boolean) => void;
  /** Those who hear it, or are about to, in words. */
  readonly heardBy: Accessor<string>;
  readonly speak: () => Promise<void>;
  readonly stop: () => void;
  readonly problem: Accessor<string | undefined>;
  readonly dismissProblem: () => void;
};

const DEAF: MediaListener = {
  ...{ changed: () => undefined, speaking: () => undefined, dropped: () => undefined },
  ...{ mended: () => undefined, ended: () => undefined, ownStopped: () => undefined },
  soundBlocked: () => undefined,
};

/**
 * A teacher's voice into breakouts, from the room with all: a line to each, that sends sound and hears nothing. It is opened by a
 * press alone, on a microphone of its own beside the one that those in the room hear or do not hear.
 */
export function createSpeech(
  seminar: SeminarRoom,
  ask: {
    readonly askOnce: AskOnce;
    readonly openLine: (listener: MediaListener, key: string | undefined) => Promise<MediaLine>;
    readonly key: () => string | undefined;
    readonly origin: string;
  },
): Speech {
  const t = useWords(words);
  const { room, topics } = seminar.session;
  const { breakouts } = topics;
  const [state, setState] = createSignal<SpeechState>(SILENT);
  const [wished, setWished] = createSignal<readonly BreakoutId[]>([]);
  const [problem, setProblem] = createSignal<string>();
  const tab = tabName();
  const lines = new Map<BreakoutId, MediaLine>();
  /** Which press it is: lines of one that was taken back are given up when they come up. */
  let press = 0;
  const happened = (event: SpeechEvent) => setState((now) => nextSpeech(now, event));

  const rooms = createMemo(() => breakouts.split()?.rooms ?? []);
  const mustChoose = createMemo(() => rooms().length > SPOKEN_TO_MAX);
  const offered = createMemo(() => occupied(rooms()));
  const chosen = createMemo(() =>
    mustChoose() ? offered().filter((id) => wished().includes(id)) : rooms().map(({ id }) => id),
  );
  const insideOf = (id: BreakoutId): string => {
    const inside = rooms().find((one) => one.id === id)?.inside ?? [];
    return inARow(
      language(),
      inside.map((personId) => topics.roster.nameOf(personId)),
    );
  };

  async function speak(): Promise<void> {
    if (state().status !== 'silent' || chosen().length === 0) return;
    press += 1;
    const mine = press;
    setProblem(undefined);
    const to = chosen();
    happened({ type: 'pressed', to });
    const failed = (what: string) => {
      if (mine !== press) return;
      stop();
      setProblem(what);
      announce(what);
    };
    const { sessionId } = room;
    const answer = await ask.askOnce(speakToBreakouts, { sessionId, tab, breakoutIds: [...to] });
    if (mine !== press) return;
    if (!answer.ok) return failed(t().problem.fault);
    if (answer.value.status !== 'admitted') return failed(t().problem[answer.value.status]);
    const key = answer.value.closed ? ask.key() : undefined;
    if (answer.value.closed && key === undefined) return failed(t().problem['no-key']);
    const up = await Promise.all(
      answer.value.lines.map(({ breakoutId, token }) => connect(breakoutId, token, key, mine)),
    );
    if (mine !== press) return;
    const opened: BreakoutId[] = [];
    let trouble = false;
    // One after the other: a microphone that is being opened already is given in turn.
    for (const { breakoutId, line } of up.filter((one) => one !== undefined)) {
      const sent = await line.send('microphone', true).then(
        () => true,
        () => false,
      );
      if (mine !== press) return;
      trouble ||= !sent;
      if (sent && lines.has(breakoutId)) opened.push(breakoutId);
    }
    if (opened.length === 0) return failed(trouble ? t().problem.device : t().problem.fault);
    happened({ type: 'heard', by: opened });
    const unheard = without(to, opened);
    const some = unheard.length > 0 ? t().problem.some(namesOf(unheard)) : undefined;
    setProblem(some);
    announce([t().onAir(heardBy()), some].filter(Boolean).join(' '));
  }

  /** Nothing for a room that cannot be reached, or a press that was taken back. */
  async function connect(
    breakoutId: BreakoutId,
    token: string,
    key: string | undefined,
    mine: number,
  ): Promise<{ readonly breakoutId: BreakoutId; readonly line: MediaLine } | undefined> {
    const hear = { ...DEAF, ended: () => mine === press && ended(breakoutId) };
    try {
      const line = await ask.openLine(hear, key);
      if (mine !== press) return void line.close();
      lines.set(breakoutId, line);
      await line.connect(ask.origin, token);
      return { breakoutId, line };
    } catch {
      letGo(breakoutId);
      return undefined;
    }
  }

  function letGo(breakoutId: BreakoutId): void {
    void lines
      .get(breakoutId)
      ?.close()
      .catch(() => undefined);
    lines.delete(breakoutId);
  }

  function ended(breakoutId: BreakoutId): void {
    letGo(breakoutId);
    const before = state().status;
    happened({ type: 'line-ended', of: breakoutId });
    if (before !== 'on-air') return;
    if (state().status !== 'silent') {
      const some = t().problem.some(namesOf([breakoutId]));
      setProblem(some);
      announce(some);
      return;
    }
    close();
    setProblem(t().problem.ended);
    announce(t().problem.ended);
  }

  function close(): void {
    press += 1;
    for (const breakoutId of [...lines.keys()]) letGo(breakoutId);
  }

  function stop(): void {
    const wasOnAir = state().status === 'on-air';
    close();
    happened({ type: 'stopped' });
    if (wasOnAir) announce(t().offAir);
  }

  const namesOf = (ids: readonly BreakoutId[]): string =>
    inARow(
      language(),
      rooms().flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])),
    );
  const heardBy = createMemo(() => {
    const now = state();
    const to = now.status === 'silent' ? chosen() : now.to;
    return to.length === rooms().length ? t().allRooms : namesOf(to);
  });

  // Whoever goes into a room, or on pause, or steers no more, speaks to nobody from outside; nor on a line of another key.
  const maySpeak = createMemo(
    () =>
      breakouts.isSplit() &&
      !seminar.inBreakout() &&
      topics.roster.steers() &&
      !topics.pause.paused(),
  );
  createEffect(
    on(
      [maySpeak, createMemo(() => seminar.controls().closed !== null)],
      () => state().status !== 'silent' && stop(),
      { defer: true },
    ),
  );
  createEffect(on(rooms, (now) => now.length === 0 && setProblem(undefined)));
  onCleanup(close);

  return {
    state,
    rooms,
    mustChoose,
    offered,
    insideOf,
    chosen,
    choose: (id, picked) => setWished(chooseRoom(chosen(), id, picked, SPOKEN_TO_MAX)),
    heardBy,
    speak,
    stop,
    problem,
    dismissProblem: () => setProblem(undefined),
  };
}

const without = (all: readonly BreakoutId[], some: readonly BreakoutId[]): readonly BreakoutId[] =>
  all.filter((one) => !some.includes(one));
