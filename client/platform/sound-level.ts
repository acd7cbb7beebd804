import { createSignal, onCleanup } from 'solid-js';

/** A microphone that gives less than this for a while gives nothing (0 to 1, root mean square). */
const SILENCE = 0.01;
const SILENT_AFTER_MS = 4_000;

/** How loud a stream is, 0 to 1, and whether it has been silent for long. Cleaned up by Solid. */
export function createLevel(stream: MediaStream) {
  const [level, setLevel] = createSignal(0);
  const [silent, setSilent] = createSignal(false);
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let heardAt = Date.now();
  const timer = setInterval(() => {
    // A context that sleeps hears nothing, which says nothing about the microphone.
    if (context.state !== 'running') return void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
    if (loudness > SILENCE) heardAt = Date.now();
    setSilent(Date.now() - heardAt > SILENT_AFTER_MS);
    setLevel(Math.min(1, loudness * 4));
  }, 100);
  onCleanup(() => {
    clearInterval(timer);
    void context.close();
  });
  return { level, silent };
}
