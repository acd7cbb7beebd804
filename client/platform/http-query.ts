import type { Query, Reply } from '#shared/wire/contract.ts';
import { failureOf } from './trouble.ts';

/** A reply to a question, or word that the server could not be reached. */
type Answered<Output> = Reply<Output, 'offline'>;

/** Asks one thing and waits. It never throws: a lost line is an answer too. */
export type AskOnce = <Input, Output>(
  contract: Query<Input, Output>,
  input: Input,
) => Promise<Answered<Output>>;

/** Longer than a slow commit behind a slow line. */
const ANSWER_TIMEOUT_MS = 15_000;

/** Questions that were asked before their page was there, by name and input. Each answer is taken once. */
const ahead = new Map<string, Promise<Answered<unknown>>>();
const keyOf = (name: string, input: unknown) => `${name} ${JSON.stringify(input)}`;

/**
 * A query over HTTP: the same dispatch and rights as on the socket. For pages that show and are done, so that they
 * need not wait for the socket's code or its handshake.
 */
export const askOverHttp: AskOnce = async <Input, Output>(
  contract: Query<Input, Output>,
  input: Input,
) => {
  const key = keyOf(contract.name, input);
  const asked = ahead.get(key) ?? post(contract.name, input);
  ahead.delete(key);
  return (await asked) as Answered<Output>;
};

/** Asks for what the page on its way will ask: on a slow line a whole round trip is saved (docs/measurements.md S18). */
export function askAhead<Input, Output>(contract: Query<Input, Output>, input: Input): void {
  const key = keyOf(contract.name, input);
  const answer = post(contract.name, input);
  ahead.set(key, answer);
  // A no is for now: who signs in a moment later asks anew.
  void answer.then((answered) => {
    if (!answered.ok) ahead.delete(key);
  });
}

async function post(name: string, input: unknown): Promise<Answered<unknown>> {
  try {
    const response = await fetch(`/api/query/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mellom': '1' },
      body: JSON.stringify({ input }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    return await response.json();
  } catch (error) {
    // No answer, or not one of ours (a proxy's error page while the server restarts).
    return { ok: false, refusal: failureOf(error) };
  }
}
