import { createSignal } from 'solid-js';
import { keep, kept, whenKeptElsewhere } from './kept.ts';

const isOff = (value: unknown): value is 'off' => value === 'off';
const read = () => kept('noise', isOff) === undefined;
const [damped, setDamped] = createSignal(read());
whenKeptElsewhere('noise', () => setDamped(read()));

/** Whether this device's browser is to take noise away from the microphone. It does, unless somebody has said no. */
export const noiseDamped = damped;

export function dampNoise(wanted: boolean): void {
  setDamped(wanted);
  keep('noise', wanted ? undefined : 'off');
}

/** How a microphone's sound should be, as a wish. Only some browsers can tell a voice from all else. */
export function soundWish() {
  return {
    echoCancellation: true,
    autoGainControl: true,
    noiseSuppression: damped(),
    voiceIsolation: damped(),
  };
}
