import { keep, kept } from './kept.ts';

/** What the web platform's types do not have yet (Web Speech API, on-device). */
type Alternative = { readonly transcript: string };
type Result = { readonly isFinal: boolean; readonly [nth: number]: Alternative };
type ResultEvent = Event & {
  readonly resultIndex: number;
  readonly results: { readonly length: number; readonly [nth: number]: Result };
};
type Recognition = EventTarget & {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(microphone: MediaStreamTrack): void;
  abort(): void;
};
type Languages = { readonly langs: readonly string[]; readonly processLocally: true };
type Engine = {
  new (): Recognition;
  readonly prototype: object;
  available?(wish: Languages): Promise<string>;
  install?(wish: Languages): Promise<boolean>;
};

/**
 * The browser's own speech recognition, where it can be told to stay on this device and says so itself. An older one has the same name,
 * takes no such wish, and sends the sound to somebody else: it is as if it were not there.
 */
function engine(): Engine | undefined {
  const has = globalThis as { SpeechRecognition?: Engine; webkitSpeechRecognition?: Engine };
  const found = has.SpeechRecognition ?? has.webkitSpeechRecognition;
  return found?.available && 'processLocally' in found.prototype ? found : undefined;
}

/** Whether this device can write down a language by itself: now, after its browser has fetched the language, or not at all. */
export type OwnHearing = 'ready' | 'to-fetch' | 'none';

/**
 * A browser with the name and nothing behind it ends the page at the question (Chromium 156, headless): whoever has asked and
 * never got an answer does not ask again on this device.
 */
const ASKED = 'speech-asked';
const isYes = (value: unknown): value is 'yes' => value === 'yes';

/** Asks the browser. */
export async function ownHearing(language: string): Promise<OwnHearing> {
  if (!engine() || kept(ASKED, isYes)) return 'none';
  keep(ASKED, 'yes');
  const answer = await ask(language);
  keep(ASKED, undefined);
  return answer;
}

async function ask(language: string): Promise<OwnHearing> {
  try {
    const says = await engine()?.available?.({ langs: [language], processLocally: true });
    if (says === 'available') return 'ready';
    return says === 'downloadable' || says === 'downloading' ? 'to-fetch' : 'none';
  } catch {
    return 'none';
  }
}

/** Has the browser fetch the language. @returns whether it can be heard here then */
export async function fetchLanguage(language: string): Promise<boolean> {
  try {
    return (await engine()?.install?.({ langs: [language], processLocally: true })) === true;
  } catch {
    return false;
  }
}

/** What came of a microphone: each stretch of speech has a number, grows, and is done. */
export type Hearing = {
  readonly heard: (stretch: number, words: string, done: boolean) => void;
  /** By itself: after a silence, or because it cannot. */
  readonly ended: (cannot: boolean) => void;
};

/** Listens to one's own microphone, on this device. @returns what ends it at once, without another word */
export function hearOwn(language: string, microphone: MediaStreamTrack, tell: Hearing): () => void {
  const Known = engine();
  if (!Known) throw new Error('this browser does not hear on the device');
  const recognition = new Known();
  recognition.lang = language;
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.processLocally = true;
  let over = false;
  let cannot = false;
  recognition.addEventListener('result', (event) => {
    if (over) return;
    const { resultIndex, results } = event as ResultEvent;
    for (let nth = resultIndex; nth < results.length; nth++) {
      const result = results[nth];
      if (result) tell.heard(nth, result[0]?.transcript ?? '', result.isFinal);
    }
  });
  recognition.addEventListener('error', (event) => {
    const { error } = event as Event & { error: string };
    // Silence is no fault, and neither is our own end of it.
    cannot ||= error !== 'no-speech' && error !== 'aborted';
  });
  recognition.addEventListener('end', () => {
    if (!over) tell.ended(cannot);
    over = true;
  });
  recognition.start(microphone);
  return () => {
    over = true;
    recognition.abort();
  };
}
