import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Query, UniversalRefusal } from '#shared/wire/contract.ts';
import { askOverHttp } from './http-query.ts';
import { makeRetrying, pageIsSeen } from './retrying.ts';

/** What a screen has of an answer. An old value stays on the screen while a new one is asked for or cannot be got. */
export type QueryState<Output> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: Output }
  | {
      readonly status: 'failed';
      readonly refusal: UniversalRefusal | 'offline';
      /** With `fault`: what a person can quote. */
      readonly incident: string | undefined;
      /** What was there before, if anything: still worth showing when only the network is gone. */
      readonly value: Output | undefined;
    };

export type LiveQuery<Output> = {
  readonly state: Accessor<QueryState<Output>>;
  /** The newest value, whatever the state. */
  readonly value: () => Output | undefined;
  readonly refetch: () => void;
  /** Whether an answer is on its way: a newer question would make it count for nothing. */
  readonly isAsking: () => boolean;
};

/** What passes by itself. A bug of ours does not, and a no stays a no. */
export const PASSES: readonly string[] = ['offline', 'try-again'];

/**
 * Asks when the input changes, when the page is seen again, when the network is back, and by itself as long as the server
 * cannot answer. Cleaned up by Solid.
 */
export function createQuery<Input, Output>(
  query: Query<Input, Output>,
  input: Accessor<Input>,
): LiveQuery<Output> {
  const [state, setState] = createSignal<QueryState<Output>>({ status: 'loading' });
  /** Answers may overtake each other; only the one to the newest question counts. */
  let newest = 0;
  let asking = false;
  /** Nobody sees it any more: whoever still holds `refetch` asks nothing, and nothing is tried again. */
  let over = false;

  const value = () => {
    const now = state();
    return now.status === 'loading' ? undefined : now.value;
  };

  async function askNow(asked: Input): Promise<void> {
    if (over) return;
    newest += 1;
    const mine = newest;
    asking = true;
    const answer = await askOverHttp(query, asked);
    if (over || mine !== newest) return;
    asking = false;
    setState(
      answer.ok
        ? { status: 'ready', value: answer.value }
        : { status: 'failed', refusal: answer.refusal, incident: answer.incident, value: value() },
    );
    if (!answer.ok && PASSES.includes(answer.refusal)) retrying.later();
    else retrying.stop();
  }
  const retrying = makeRetrying(() => refetch(), pageIsSeen);

  createEffect((before: string | undefined) => {
    const asked = input();
    const written = JSON.stringify(asked);
    // Another question altogether: the old answer must not stand under it.
    if (before !== undefined && before !== written) setState({ status: 'loading' });
    askNow(asked);
    return written;
  });

  const refetch = () => void askNow(input());
  const seen = () => {
    if (pageIsSeen()) refetch();
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', refetch);
  onCleanup(() => {
    over = true;
    retrying.stop();
    document.removeEventListener('visibilitychange', seen);
    removeEventListener('online', refetch);
  });
  return { state, value, refetch, isAsking: () => asking };
}
