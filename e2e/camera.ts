import type { Person } from './people.ts';

/**
 * Sets the page's clock, to be called before the page is opened: with 0.1, no machine is too slow for a test; with 10,
 * every machine is.
 */
export const setClock = ({ page }: Person, speed: number) =>
  page.addInitScript((times) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() * times;
  }, speed);

/** A camera of few points: what is asked is whether pictures come through, not how quick a machine without a card is. */
export async function takeSmallCamera({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (wish) =>
      ask(wish?.video ? { ...wish, video: { width: 320, height: 180, frameRate: 10 } } : wish);
    const apply = MediaStreamTrack.prototype.applyConstraints;
    MediaStreamTrack.prototype.applyConstraints = async function (wish) {
      if (this.kind === 'audio') await apply.call(this, wish);
    };
  });
}

type Given = { readonly cameras: number; readonly others: number };

/**
 * Counts the moving pictures that the page gives its media lines to send: those that come straight from a camera, and
 * those that something has been done to. To be called before the page is opened, after what gives it a camera.
 */
export async function countSent({ page }: Person): Promise<() => Promise<Given>> {
  await page.addInitScript(() => {
    const given = { cameras: 0, others: 0 };
    (window as unknown as { given: Given }).given = given;
    const straight = new WeakSet<MediaStreamTrack>();
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      for (const track of stream.getVideoTracks()) straight.add(track);
      return stream;
    };
    const clone = MediaStreamTrack.prototype.clone;
    MediaStreamTrack.prototype.clone = function () {
      const copy = clone.call(this);
      if (straight.has(this)) straight.add(copy);
      return copy;
    };
    const note = (track: unknown) => {
      if (!(track instanceof MediaStreamTrack) || track.kind !== 'video') return;
      if (straight.has(track)) given.cameras += 1;
      else given.others += 1;
    };
    const line = RTCPeerConnection.prototype;
    const { addTrack, addTransceiver } = line;
    line.addTrack = function (track, ...streams) {
      note(track);
      return addTrack.call(this, track, ...streams);
    };
    line.addTransceiver = function (track, init) {
      note(track);
      return addTransceiver.call(this, track, init);
    };
    const sender = RTCRtpSender.prototype;
    const { replaceTrack } = sender;
    sender.replaceTrack = function (track) {
      note(track);
      return replaceTrack.call(this, track);
    };
  });
  return () => page.evaluate(() => (window as unknown as { given: Given }).given);
}
