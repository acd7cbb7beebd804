import { createSignal } from 'solid-js';
import type { GuestDoor, GuestRefusal } from '#shared/features/session/guest/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { keep, kept } from '../../../platform/kept.ts';
import { language } from '../../../platform/language.ts';
import { newSecret } from '../../../platform/secrets.ts';
import type { GuestAnswer, guestApi } from './guest-api.ts';

/** By it the same browser comes back as the same guest; forgotten with a sign-out. */
const BROWSER = 'guest-browser';
const isSecret = (value: unknown): value is string => typeof value === 'string' && value !== '';

export type DoorProblem = GuestRefusal | 'offline';

export type DoorState =
  | { readonly at: 'looking' }
  /** The link lets nobody in. */
  | { readonly at: 'closed'; readonly why: 'link-over' | 'link-used' }
  | { readonly at: 'too-many'; readonly minutes: number }
  | { readonly at: 'unreachable'; readonly why: DoorProblem }
  | {
      readonly at: 'door';
      readonly door: GuestDoor;
      readonly entering: boolean;
      readonly problem: DoorProblem | undefined;
    }
  | { readonly at: 'in'; readonly sessionId: SessionId };

/** A guest's way in by a link. */
export function createGuestDoor(token: string, api: typeof guestApi) {
  const [state, setState] = createSignal<DoorState>({ at: 'looking' });

  function closedBy(answer: Extract<GuestAnswer<unknown>, { ok: false }>): DoorState | undefined {
    const { problem } = answer;
    if (problem === 'link-over' || problem === 'link-used') return { at: 'closed', why: problem };
    if (problem !== 'too-many-tries') return undefined;
    return { at: 'too-many', minutes: Math.max(1, Math.ceil((answer.retryAfterMs ?? 0) / 60_000)) };
  }

  /** What is no link at all opens nothing either. */
  const unreadable = (why: DoorProblem): DoorState =>
    why === 'bad-input' ? { at: 'closed', why: 'link-over' } : { at: 'unreachable', why };

  async function look(): Promise<void> {
    setState({ at: 'looking' });
    const answer = await api.look({ token, browser: kept(BROWSER, isSecret) });
    setState(
      answer.ok
        ? { at: 'door', door: answer.value, entering: false, problem: undefined }
        : (closedBy(answer) ?? unreadable(answer.problem)),
    );
  }

  async function enter(name: string): Promise<void> {
    const now = state();
    if (now.at !== 'door' || now.entering) return;
    setState({ ...now, entering: true, problem: undefined });
    const browser = kept(BROWSER, isSecret) ?? newSecret();
    // Before the answer: if it is lost on the way, the same browser can still come back.
    keep(BROWSER, browser);
    const answer = await api.enter({ token, browser, name, language: language() });
    if (answer.ok) setState({ at: 'in', sessionId: answer.value.sessionId });
    else setState(closedBy(answer) ?? { ...now, entering: false, problem: answer.problem });
  }

  return { state, look, enter };
}
