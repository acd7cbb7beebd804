import { CryptorErrorReason, ExternalE2EEKeyProvider, type Room } from 'livekit-client';
import workerAddress from 'livekit-client/e2ee-worker?worker&url';
import { ownScript } from './own-scripts.ts';

/**
 * Encryption of sound and picture in a worker from our own origin, loaded when the first encrypted line is made. The
 * key goes from here to that worker and nowhere else.
 */
export function startEncryption(key: string) {
  const keyProvider = new ExternalE2EEKeyProvider();
  const worker = new Worker(ownScript(workerAddress));
  return {
    options: { encryption: { keyProvider, worker } },
    /** To be done before the line is opened, so that nothing leaves in the clear. */
    async begin(room: Room): Promise<void> {
      await keyProvider.setKey(key);
      await room.setE2EEEnabled(true);
    },
    end: () => worker.terminate(),
  };
}

/**
 * Whether a frame could not be read because it was encrypted with another key. The worker's errors come as text: what they
 * were is lost on the way from there.
 */
export function wasWrongKey(error: Error): boolean {
  return error.message.startsWith(`${CryptorErrorReason[CryptorErrorReason.InvalidKey]}:`);
}
