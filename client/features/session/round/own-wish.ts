import { type Accessor, createSignal } from 'solid-js';
import type { RoundId, SessionId } from '#shared/kernel/ids.ts';

/** What one wishes of a turn that has not come: to let it pass, or to have it later. */
export type Wish = 'pass' | 'again';

const isWish = (value: unknown): value is Wish => value === 'pass' || value === 'again';
const isTrue = (value: unknown): value is 'true' => value === 'true';

/**
 * What one has said ahead of one's own turn, and that one has asked for it to come back: kept in this tab alone, over a reload, and
 * told to nobody. The server hears of it only as a turn that is over.
 */
export function createOwnWish(sessionId: SessionId, roundId: Accessor<RoundId | undefined>) {
  const ahead = createKept(`mellom.round ${sessionId}`, isWish, roundId);
  const back = createKept(`mellom.round-back ${sessionId}`, isTrue, roundId);
  return {
    wish: ahead.kept,
    setWish: ahead.keep,
    /** One's turn comes once more. Nobody else is to be able to tell. */
    comesBack: () => back.kept() !== undefined,
    setComesBack: (comes: boolean) => back.keep(comes ? 'true' : undefined),
  };
}

/** One word about one round, in this tab. */
function createKept<Word extends string>(
  name: string,
  isWord: (value: unknown) => value is Word,
  roundId: Accessor<RoundId | undefined>,
) {
  const [about, setAbout] = createSignal(read(name, isWord));
  return {
    kept(): Word | undefined {
      const now = about();
      return now && now.roundId === roundId() ? now.word : undefined;
    },
    keep(word: Word | undefined): void {
      const id = roundId();
      const next = word && id ? { roundId: id, word } : undefined;
      setAbout(next);
      write(name, next);
    },
  };
}

type Kept<Word> = { readonly roundId: RoundId; readonly word: Word };

function read<Word extends string>(
  name: string,
  isWord: (value: unknown) => value is Word,
): Kept<Word> | undefined {
  try {
    const [roundId, word] = (sessionStorage.getItem(name) ?? '').split(' ');
    return roundId && isWord(word) ? { roundId: roundId as RoundId, word } : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, kept: Kept<string> | undefined): void {
  try {
    if (kept) sessionStorage.setItem(name, `${kept.roundId} ${kept.word}`);
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is closed in some private windows. It then lasts as long as the page.
  }
}
