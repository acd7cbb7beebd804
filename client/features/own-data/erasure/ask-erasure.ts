import { type AskErasureRefusal, ERASURE_PATH } from '#shared/features/own-data/erasure/model.ts';

/** What came of it; null where it is as one wished. */
export type Asked = AskErasureRefusal | 'offline' | null;

async function send(method: 'POST' | 'DELETE'): Promise<Asked> {
  try {
    const answer = await fetch(ERASURE_PATH, { method, headers: { 'x-mellom': '1' } });
    if (answer.ok) return null;
    const body = (await answer.json().catch(() => null)) as { refusal?: AskErasureRefusal } | null;
    return body?.refusal ?? 'fault';
  } catch {
    return 'offline';
  }
}

/** Each can be sent again: it is asked, or taken back, once. */
export const askErasure = { ask: () => send('POST'), takeBack: () => send('DELETE') };
