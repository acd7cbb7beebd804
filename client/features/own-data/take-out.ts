import { createSignal, onCleanup } from 'solid-js';
import { OWN_DATA_PATH, type TakeOutRefusal } from '#shared/features/own-data/export/model.ts';
import { saveAsFile } from '../../platform/save-file.ts';

/** How it goes with taking out what is held about oneself. */
export type TakeOut =
  | { readonly status: 'none' }
  | { readonly status: 'fetching'; readonly bytes: number }
  | { readonly status: 'done' }
  | { readonly status: 'refused'; readonly refusal: TakeOutRefusal | 'offline' | 'cut-off' };

/** Fetches the file part by part, and hands it over only when it is whole. Leaving the page lets go of it. */
export function createTakeOut(fileName: () => string) {
  const [state, setState] = createSignal<TakeOut>({ status: 'none' });
  const leaving = new AbortController();
  onCleanup(() => leaving.abort());

  async function start(): Promise<void> {
    if (state().status === 'fetching') return;
    setState({ status: 'fetching', bytes: 0 });
    const outcome = await fetchWhole((bytes) => setState({ status: 'fetching', bytes }));
    if (leaving.signal.aborted) return;
    if (typeof outcome === 'string') return void setState({ status: 'refused', refusal: outcome });
    saveAsFile(fileName(), outcome, 'application/zip');
    setState({ status: 'done' });
  }

  async function fetchWhole(
    told: (bytes: number) => void,
  ): Promise<Blob | (TakeOut & { status: 'refused' })['refusal']> {
    let began = false;
    try {
      const answer = await fetch(OWN_DATA_PATH, {
        method: 'POST',
        headers: { 'x-mellom': '1' },
        signal: leaving.signal,
      });
      if (!answer.ok || !answer.body) return refusalIn(answer);
      began = true;
      const parts: Blob[] = [];
      let bytes = 0;
      const reader = answer.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return new Blob(parts);
        parts.push(new Blob([value]));
        bytes += value.length;
        told(bytes);
      }
    } catch {
      return began ? 'cut-off' : 'offline';
    }
  }

  return { state, start, again: () => setState({ status: 'none' }) };
}

async function refusalIn(answer: Response): Promise<TakeOutRefusal> {
  const body = (await answer.json().catch(() => null)) as { refusal?: TakeOutRefusal } | null;
  return body?.refusal ?? 'fault';
}
