import { uuidV7 } from '#shared/kernel/ids.ts';
import type { Command, Reply, UniversalRefusal } from '#shared/wire/contract.ts';
import { failureOf } from './trouble.ts';

const ANSWER_TIMEOUT_MS = 15_000;

/**
 * A command over HTTP, for what has no meaning later: without a line it is refused, and nothing waits to be sent. It never
 * throws.
 */
export async function sendOverHttp<Input, Output, Refusal extends string>(
  contract: Command<Input, Output, Refusal>,
  input: Input,
): Promise<Reply<Output, Refusal | UniversalRefusal | 'offline'>> {
  const callId = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  try {
    const response = await fetch(`/api/command/${contract.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1' },
      body: JSON.stringify({ callId, input }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    return await response.json();
  } catch (error) {
    return { ok: false, refusal: failureOf(error) };
  }
}
