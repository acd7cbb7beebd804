import { createSignal } from 'solid-js';
import type { WelcomeDoor } from '#shared/features/admin/welcome/model.ts';
import { language } from '../../../platform/language.ts';
import type { WelcomeAnswer, WelcomeProblem, welcomeApi } from './welcome-api.ts';

export type WelcomeState =
  | { readonly at: 'looking' }
  /** The link lets nobody in. */
  | { readonly at: 'closed'; readonly why: 'link-over' | 'link-used' }
  | { readonly at: 'too-many'; readonly minutes: number }
  | { readonly at: 'unreachable'; readonly why: WelcomeProblem }
  | {
      readonly at: 'door';
      readonly door: WelcomeDoor;
      readonly entering: boolean;
      readonly problem: WelcomeProblem | undefined;
    }
  | { readonly at: 'in' };

/** The way in of somebody who becomes a person of the school by a link. */
export function createWelcomeDoor(token: string, api: typeof welcomeApi) {
  const [state, setState] = createSignal<WelcomeState>({ at: 'looking' });

  function closedBy(answer: Extract<WelcomeAnswer<unknown>, { ok: false }>) {
    const { problem } = answer;
    if (problem === 'link-over' || problem === 'link-used')
      return { at: 'closed', why: problem } as const;
    if (problem !== 'too-many-tries') return undefined;
    const minutes = Math.max(1, Math.ceil((answer.retryAfterMs ?? 0) / 60_000));
    return { at: 'too-many', minutes } as const;
  }

  async function look(): Promise<void> {
    setState({ at: 'looking' });
    const answer = await api.look(token);
    if (answer.ok)
      setState({ at: 'door', door: answer.value, entering: false, problem: undefined });
    // What is no link at all opens nothing either.
    else if (answer.problem === 'bad-input') setState({ at: 'closed', why: 'link-over' });
    else setState(closedBy(answer) ?? { at: 'unreachable', why: answer.problem });
  }

  async function enter(said: { readonly name: string; readonly email: string }): Promise<void> {
    const now = state();
    if (now.at !== 'door' || now.entering) return;
    setState({ ...now, entering: true, problem: undefined });
    const answer = await api.enter({ token, ...said, language: language() });
    if (answer.ok) setState({ at: 'in' });
    else setState(closedBy(answer) ?? { ...now, entering: false, problem: answer.problem });
  }

  return { state, look, enter };
}
