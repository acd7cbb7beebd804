import { createSignal } from 'solid-js';
import type { DoorAnswer } from './ask-at-door.ts';

/** What a person sees at a door that a link opens. */
export type LinkDoorState<Door, Problem extends string, In> =
  | { readonly at: 'looking' }
  /** The link lets nobody in. */
  | { readonly at: 'closed'; readonly why: 'link-over' | 'link-used' }
  | { readonly at: 'too-many'; readonly minutes: number }
  | { readonly at: 'unreachable'; readonly why: Problem }
  | {
      readonly at: 'door';
      readonly door: Door;
      readonly entering: boolean;
      readonly problem: Problem | undefined;
    }
  | { readonly at: 'in'; readonly came: In };

/** What is said at any such door when it does not open. */
type AnyRefusal = 'link-over' | 'link-used' | 'bad-input' | 'too-many-tries';

/** The way in by a link: one looks, and then goes in. */
export function createLinkDoor<Door, Refusal extends string, In, Said>(api: {
  readonly look: () => Promise<DoorAnswer<Door, Refusal | AnyRefusal>>;
  readonly enter: (said: Said) => Promise<DoorAnswer<In, Refusal | AnyRefusal>>;
}) {
  type Problem = Refusal | AnyRefusal | 'fault' | 'try-again' | 'offline';
  type State = LinkDoorState<Door, Problem, In>;
  type No = { readonly problem: Problem; readonly retryAfterMs?: number | undefined };
  const [state, setState] = createSignal<State>({ at: 'looking' });

  function closedBy({ problem, retryAfterMs }: No): State | undefined {
    if (problem === 'link-over') return { at: 'closed', why: 'link-over' };
    if (problem === 'link-used') return { at: 'closed', why: 'link-used' };
    if (problem !== 'too-many-tries') return undefined;
    return { at: 'too-many', minutes: Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000)) };
  }

  /** What is no link at all opens nothing either. */
  const unreadable = (why: Problem): State =>
    why === 'bad-input' ? { at: 'closed', why: 'link-over' } : { at: 'unreachable', why };

  async function look(): Promise<void> {
    setState({ at: 'looking' });
    const answer = await api.look();
    setState(
      answer.ok
        ? { at: 'door', door: answer.value, entering: false, problem: undefined }
        : (closedBy(answer) ?? unreadable(answer.problem)),
    );
  }

  async function enter(said: Said): Promise<void> {
    const now = state();
    if (now.at !== 'door' || now.entering) return;
    setState({ ...now, entering: true, problem: undefined });
    const answer = await api.enter(said);
    setState(
      answer.ok
        ? { at: 'in', came: answer.value }
        : (closedBy(answer) ?? { ...now, entering: false, problem: answer.problem }),
    );
  }

  return { state, look, enter };
}
