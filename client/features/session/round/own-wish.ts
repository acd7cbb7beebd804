import { type Accessor, createSignal } from 'solid-js';
import type { RoundId, SessionId } from '#shared/kernel/ids.ts';

/** What one wishes of a turn that has not come: to let it pass, or to have it later. */
export type Wish = 'pass' | 'again';

const isWish = (value: unknown): value is Wish => value === 'pass' || value === 'again';

/**
 * What one has said ahead of one's own turn: kept in this tab alone, over a reload, and told to nobody. The server hears of it only
 * as a turn that is over.
 */
export function createOwnWish(sessionId: SessionId, roundId: Accessor<RoundId | undefined>) {
  const name = `mellom.round ${sessionId}`;
  const [wished, setWished] = createSignal(read(name));
  return {
    wish: (): Wish | undefined => {
      const kept = wished();
      return kept && kept.roundId === roundId() ? kept.wish : undefined;
    },
    setWish(wish: Wish | undefined): void {
      const id = roundId();
      const next = wish && id ? { roundId: id, wish } : undefined;
      setWished(next);
      write(name, next);
    },
  };
}

type Kept = { readonly roundId: RoundId; readonly wish: Wish };

function read(name: string): Kept | undefined {
  try {
    const [roundId, wish] = (sessionStorage.getItem(name) ?? '').split(' ');
    return roundId && isWish(wish) ? { roundId: roundId as RoundId, wish } : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(name, `${kept.roundId} ${kept.wish}`);
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is closed in some private windows. The wish then lasts as long as the page.
  }
}
