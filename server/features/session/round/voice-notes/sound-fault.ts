import type { VoiceNoteFault } from '#shared/features/session/round/voice-note.ts';

/** Thrown by whoever reads a file, at the place where it is wrong. */
export class SoundFault extends Error {
  readonly fault: VoiceNoteFault;

  constructor(fault: VoiceNoteFault) {
    super(fault);
    this.fault = fault;
  }
}

/** It is none of the kinds that we take, or of one and not as browsers make it. */
export function wrongKind(): never {
  throw new SoundFault('not-a-voice-note');
}
