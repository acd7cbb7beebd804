import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';
import { type Language, language } from '../../../platform/language.ts';
import type { MediaLine } from '../../../platform/media-line.ts';
import { fetchLanguage, hearOwn, type OwnHearing, ownHearing } from '../../../platform/speech.ts';
import type { SessionFace } from '../../session/public.ts';
import type { OwnSources } from '../own-sources.ts';

/** What one speaks is what one reads the room in: nothing else is known of it. */
const SPOKEN: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };

/** The browser ends it by itself now and then; a microphone just pressed on takes a moment to be there. */
const AGAIN_MS = 500;

/** On: `off`, while the language is fetched, or on; and what went wrong when it last was. */
export type OwnSpeechState = 'off' | 'fetching' | 'on' | 'cannot' | 'refused';

export type OwnSpeech = ReturnType<typeof createOwnSpeech>;

/** One's own speech as text for all, written down by one's own device: by choice, each time anew, and only while the microphone is open. */
export function createOwnSpeech(
  { topics }: SessionFace,
  line: Accessor<MediaLine | undefined>,
  own: Pick<OwnSources, 'wanted'>,
) {
  const [hearing, setHearing] = createSignal<OwnHearing>('none');
  const [state, setState] = createSignal<OwnSpeechState>('off');
  /** Counted up to begin again. */
  const [turn, setTurn] = createSignal(0);
  const spoken = () => SPOKEN[language()];
  createEffect(
    on(topics.captions.ownState, (sent) => sent === 'refused' && setState('refused'), {
      defer: true,
    }),
  );
  const goesOn = () => state() === 'on' && own.wanted('microphone');

  createEffect(
    on([goesOn, line, spoken, turn], ([goes, media]) => {
      if (!goes) return;
      const again = () => setTimeout(() => setTurn((before) => before + 1), AGAIN_MS);
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const microphone = media?.microphone();
      if (!microphone) {
        waiting = again();
        onCleanup(() => clearTimeout(waiting));
        return;
      }
      const stop = hearOwn(untrack(spoken), microphone, {
        heard: topics.captions.hearMe,
        ended: (cannot) => {
          if (cannot) setState('cannot');
          else waiting = again();
        },
      });
      onCleanup(() => {
        clearTimeout(waiting);
        stop();
      });
    }),
  );

  return {
    /** Asks the browser, when somebody looks. */
    async look(): Promise<void> {
      setHearing(await ownHearing(spoken()));
    },
    /** Whether there is anything to offer here: this device can, and one may. A guest writes as captioner or not at all. */
    isOffered: () => hearing() !== 'none' && topics.roster.mine()?.guestAs === undefined,
    isToFetch: () => hearing() === 'to-fetch',
    state,
    async turn(wanted: boolean): Promise<void> {
      if (!wanted) {
        setState('off');
        return;
      }
      if (hearing() === 'to-fetch') {
        setState('fetching');
        const fetched = await fetchLanguage(spoken());
        // Whoever turned it off meanwhile has it off.
        if (state() !== 'fetching') return;
        if (!fetched) {
          setState('cannot');
          return;
        }
        setHearing('ready');
      }
      setState('on');
    },
  };
}
