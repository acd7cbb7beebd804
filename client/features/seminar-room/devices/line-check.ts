import { createSignal, onCleanup } from 'solid-js';
import { checkMediaLine } from '#shared/features/seminar-room/queries.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import type { LineWay } from '../../../platform/line-way.ts';

export type LineCheck =
  | { readonly status: 'untried' }
  | { readonly status: 'trying' }
  | { readonly status: 'cancelled' }
  | {
      readonly status: 'found';
      readonly found: LineWay | 'unavailable' | 'unreachable' | 'too-soon';
    };

/** Tries the way to the media server, again and again if one likes. Given up when Solid cleans up. */
export function createLineCheck() {
  const [state, setState] = createSignal<LineCheck>({ status: 'untried' });
  let under: AbortController | undefined;
  const cancel = () => {
    under?.abort();
    under = undefined;
    if (state().status === 'trying') setState({ status: 'cancelled' });
  };
  onCleanup(cancel);
  return {
    state,
    cancel,
    async start(): Promise<void> {
      cancel();
      const mine = new AbortController();
      under = mine;
      setState({ status: 'trying' });
      const found = await tryLine(mine.signal);
      if (!mine.signal.aborted) setState({ status: 'found', found });
    },
  };
}

async function tryLine(stop: AbortSignal): Promise<(LineCheck & { status: 'found' })['found']> {
  const answer = await askOverHttp(checkMediaLine, {});
  if (!answer.ok) return answer.refusal === 'too-many-calls' ? 'too-soon' : 'unreachable';
  const { value } = answer;
  if (value.status !== 'admitted') return value.status;
  if (stop.aborted) return 'unreachable';
  try {
    const { tryMediaLine } = await import('../../../platform/media-check.ts');
    return await tryMediaLine(location.origin, value.token, stop);
  } catch {
    return 'unreachable';
  }
}
