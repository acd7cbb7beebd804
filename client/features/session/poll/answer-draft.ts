import { type Accessor, createEffect, createSignal } from 'solid-js';
import type { PollAnswer } from '#shared/features/session/poll/model.ts';
import type { PollId, SessionId } from '#shared/kernel/ids.ts';

const NOTHING: PollAnswer = { choices: [], text: '' };

/**
 * What one has chosen or written and not sent: in this tab alone, over a reload, and gone with the page once the
 * question is not open any more.
 * @param known whether the session has been seen: before that nothing is known to be over
 */
export function createAnswerDraft(
  sessionId: SessionId,
  openId: Accessor<PollId | undefined>,
  known: Accessor<boolean>,
) {
  const name = `mellom.poll ${sessionId}`;
  const [kept, setKept] = createSignal(read(name));
  const [missed, setMissed] = createSignal<Kept>();
  const keep = (next: Kept | undefined) => {
    setKept(next);
    write(name, next);
  };
  createEffect(() => {
    const now = kept();
    if (!known() || !now || now.pollId === openId()) return;
    setMissed(now);
    keep(undefined);
  });
  return {
    draft: (): PollAnswer => {
      const now = kept();
      return now && now.pollId === openId() ? now.answer : NOTHING;
    },
    write(answer: PollAnswer): void {
      const pollId = openId();
      if (pollId) keep({ pollId, answer });
    },
    forget: () => keep(undefined),
    /** What was not sent when the question was closed. */
    missedOf: (pollId: PollId | undefined): PollAnswer | undefined => {
      const late = missed();
      return late && late.pollId === pollId ? late.answer : undefined;
    },
  };
}

type Kept = { readonly pollId: PollId; readonly answer: PollAnswer };

function read(name: string): Kept | undefined {
  try {
    const { pollId, choices, text } = JSON.parse(sessionStorage.getItem(name) ?? '{}');
    if (typeof pollId !== 'string' || typeof text !== 'string' || !Array.isArray(choices)) return;
    return {
      pollId: pollId as PollId,
      answer: { choices: choices.filter(Number.isInteger), text },
    };
  } catch {
    return undefined;
  }
}

function write(name: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(name, JSON.stringify({ pollId: kept.pollId, ...kept.answer }));
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is closed in some private windows. The draft then lasts as long as the page.
  }
}
