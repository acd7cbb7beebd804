import { createSignal } from 'solid-js';
import { mayMove } from '../../../platform/appearance.ts';
import { keep, kept } from '../../../platform/kept.ts';

const isChoice = (value: unknown): value is 'on' | 'off' => value === 'on' || value === 'off';
/** Whoever has asked their device for less, gets less until they ask for it. */
const asksForLess = () => !mayMove();

const [chosen, setChosen] = createSignal(kept('pause-signal', isChoice));

/** Whether this device gives a gentle sound when a pause for all is over. */
export const signalIsOn = (): boolean => (chosen() ?? (asksForLess() ? 'off' : 'on')) === 'on';

export function turnSignal(on: boolean): void {
  setChosen(on ? 'on' : 'off');
  keep('pause-signal', on ? 'on' : 'off');
}

/** Two low notes that come and go: nobody is to be startled out of a rest. */
const NOTES_HZ = [392, 523.25] as const;
const NOTE_S = 1.4;
const APART_S = 0.5;
const LOUDEST = 0.12;

/** Made in the browser. A browser that lets no page make a sound unasked stays silent: it is also said and seen. */
export async function giveSignal(): Promise<void> {
  if (!signalIsOn() || !('AudioContext' in globalThis)) return;
  const context = new AudioContext();
  const beginsAt = context.currentTime + 0.05;
  for (const [nth, note] of NOTES_HZ.entries()) {
    const at = beginsAt + nth * APART_S;
    const tone = new OscillatorNode(context, { frequency: note });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDEST, at + NOTE_S / 4);
    volume.gain.linearRampToValueAtTime(0, at + NOTE_S);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + NOTE_S);
  }
  const lastsMs = (APART_S * NOTES_HZ.length + NOTE_S) * 1_000;
  setTimeout(() => void context.close().catch(() => undefined), lastsMs);
}
