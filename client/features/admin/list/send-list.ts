import { inviteList } from '#shared/features/admin/welcome/commands.ts';
import type { WelcomeFault, WrittenWelcome } from '#shared/features/admin/welcome/model.ts';
import type { CallId } from '#shared/kernel/ids.ts';
import type { Reply, UniversalRefusal } from '#shared/wire/contract.ts';
import { failureOf } from '../../../platform/trouble.ts';

/** A long list on a thin line. */
const ANSWER_TIMEOUT_MS = 5 * 60_000;

export type ListAnswer =
  | {
      readonly ok: true;
      readonly invited: number;
      readonly faults: readonly { readonly at: number; readonly fault: WelcomeFault }[];
    }
  | { readonly ok: false; readonly refusal: UniversalRefusal | 'offline' };

/** Over HTTP: a list is longer than what the live line takes. The same call id again meets the first answer. */
export async function sendList(
  callId: CallId,
  people: readonly WrittenWelcome[],
): Promise<ListAnswer> {
  try {
    const response = await fetch(`/api/command/${inviteList.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1' },
      body: JSON.stringify({ callId, input: { people } }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const reply: Reply<{ invited: number; faults: { at: number; fault: WelcomeFault }[] }, never> =
      await response.json();
    return reply.ok ? { ok: true, ...reply.value } : reply;
  } catch (error) {
    return { ok: false, refusal: failureOf(error) };
  }
}
