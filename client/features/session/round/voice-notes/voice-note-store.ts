import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';
import { giveVoiceNote } from '#shared/features/session/round/commands.ts';
import {
  type VoicePartRefusal,
  voicePartAddress,
} from '#shared/features/session/round/voice-note.ts';
import { type RoundId, uuidV7 } from '#shared/kernel/ids.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import { deviceTroubleOf } from '../../../../platform/device-trouble.ts';
import type { DeviceTrouble } from '../../../../platform/media-line.ts';
import type { Room } from '../../session-room.ts';
import { beginRecording, type Recording, type Take } from './recording.ts';
import { sendParts } from './send-parts.ts';

/** Why a note was not given. What was recorded is still here. */
export type WhyNotGiven = RefusalOf<typeof giveVoiceNote> | VoicePartRefusal | UniversalRefusal;

export type OwnNote =
  | { readonly status: 'none' }
  /** The browser asks whether we may. */
  | { readonly status: 'asking' }
  | { readonly status: 'no-microphone'; readonly why: DeviceTrouble }
  | { readonly status: 'recording'; readonly recording: Recording }
  | { readonly status: 'recorded'; readonly take: Take; readonly whyNot?: WhyNotGiven }
  | {
      readonly status: 'sending';
      readonly take: Take;
      readonly share: number;
      /** The line or the server is away: what is left goes on its way when it is back. */
      readonly waits: boolean;
    };

export type VoiceNoteStore = ReturnType<typeof createVoiceNote>;

/** A turn that one records in place of saying it: in this window alone until it is given, and gone with its round. */
export function createVoiceNote(room: Room, roundId: Accessor<RoundId | undefined>) {
  const [own, setOwn] = createSignal<OwnNote>({ status: 'none' });
  /** Grows with each thing begun and thrown away: what comes of an earlier one is not heard any more. */
  let nth = 0;
  let giveUp: AbortController | undefined;

  /** @param onBegun the microphone is there, and what is said is recorded */
  async function record(onBegun: () => void): Promise<void> {
    const mine = ++nth;
    setOwn({ status: 'asking' });
    try {
      const recording = await beginRecording();
      if (mine !== nth) return recording.stop();
      onBegun();
      setOwn({ status: 'recording', recording });
      const take = await recording.take;
      if (mine === nth) setOwn(take ? { status: 'recorded', take } : { status: 'none' });
    } catch (error) {
      if (mine === nth) setOwn({ status: 'no-microphone', why: deviceTroubleOf(error) });
    }
  }

  /** What was recorded by then is kept; what the browser was still asked for is not begun. */
  function stop(): void {
    const now = untrack(own);
    if (now.status === 'recording') now.recording.stop();
    else if (now.status === 'asking') drop();
  }

  function drop(): void {
    const now = untrack(own);
    nth++;
    if (now.status === 'recording') now.recording.stop();
    giveUp?.abort();
    setOwn({ status: 'none' });
  }

  async function give(): Promise<void> {
    const [now, id] = [untrack(own), untrack(roundId)];
    if (now.status !== 'recorded' || !id) return;
    const mine = ++nth;
    const { take } = now;
    giveUp = new AbortController();
    const whyNot = await giveNow(room, id, take.sound, giveUp.signal, (moved) => {
      if (mine === nth) setOwn({ status: 'sending', take, ...moved });
    });
    if (mine !== nth) return;
    setOwn(whyNot ? { status: 'recorded', take, whyNot } : { status: 'none' });
  }

  createEffect(on(roundId, drop, { defer: true }));
  onCleanup(drop);

  return {
    own,
    record,
    stop,
    /** Throws it away. */
    drop,
    give,
    /** Takes it back while it is on its way. */
    keepToOneself(): void {
      const now = untrack(own);
      if (now.status !== 'sending') return;
      nth++;
      giveUp?.abort();
      setOwn({ status: 'recorded', take: now.take });
    },
  };
}

/** Twice: what came of it may have gone with a turn that came back. */
const ROUNDS_OF_PARTS = 2;

/** Why it was not given; undefined when it was, or has been given up. */
async function giveNow(
  room: Room,
  roundId: RoundId,
  sound: Blob,
  signal: AbortSignal,
  onMoved: (now: { readonly share: number; readonly waits: boolean }) => void,
): Promise<WhyNotGiven | undefined> {
  const { sessionId } = room;
  const noteId = uuidV7<'voice-note'>(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const addressOf = (nth: number) => voicePartAddress(sessionId, roundId, noteId, nth);
  try {
    for (let round = 1; ; round++) {
      const arrived = new Set<number>();
      const refused = await sendParts({ sound, addressOf, arrived, onMoved, signal });
      if (refused) return refused;
      signal.throwIfAborted();
      const outcome = await room.send(giveVoiceNote, {
        ...{ sessionId, roundId, noteId },
        bytes: sound.size,
      });
      if (outcome.ok) return undefined;
      if (outcome.refusal !== 'parts-missing' || round === ROUNDS_OF_PARTS) return outcome.refusal;
    }
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}
