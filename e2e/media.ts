import { expect, type LaunchOptions, type Page } from '@playwright/test';

/** With windows: the one without puts a loudspeaker that was chosen in another tab back to the first. */
const CHROMIUM = process.env.WHOLE_CHROMIUM_PATH ?? process.env.CHROMIUM_PATH;

/** A browser with a camera that draws and a microphone that beeps, and that may reach a media server on this machine. */
export const WITH_DEVICES: LaunchOptions = {
  ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=fps=10,device-count=2',
    '--autoplay-policy=no-user-gesture-required',
    '--allow-loopback-in-peer-connection',
    '--auto-select-desktop-capture-source=Entire screen',
  ],
};

/** How long a first build of the media server may take on a busy machine. */
const BUILT_WITHIN_MS = 300_000;

type MediaHealth = 'building' | 'ready' | 'absent' | 'down';

/** How media stands at the school, waited for while it is being built. */
export async function mediaAt(url: string): Promise<MediaHealth> {
  const ask = async () => {
    const health = (await (await fetch(`${url}/health`)).json()) as {
      parts: { media: MediaHealth };
    };
    return health.parts.media;
  };
  let now = await ask();
  for (const until = Date.now() + BUILT_WITHIN_MS; now === 'building' && Date.now() < until; ) {
    await new Promise((done) => setTimeout(done, 1_000));
    now = await ask();
  }
  return now;
}

/** What has come in over all of a page's media lines so far. */
type Inbound = {
  readonly framesDecoded: number;
  readonly audioEnergy: number;
  readonly audioBytes: number;
};

/** Remembers the page's media lines, so that `inbound` can ask them. To be called before the page is opened. */
export async function keepLines(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lines: RTCPeerConnection[] = [];
    (window as unknown as { mediaLines: RTCPeerConnection[] }).mediaLines = lines;
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = new Proxy(Real, {
      construct(target, given) {
        const line = Reflect.construct(target, given) as RTCPeerConnection;
        lines.push(line);
        return line;
      },
    });
  });
}

type Simulated = { readonly simulateScenario: (scenario: string) => Promise<void> };

/** Remembers the page's room of livekit-client, for `simulate`. To be called before the page is opened. */
export async function keepRoom(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { register } = FinalizationRegistry.prototype;
    // The one place where a room shows itself: it registers itself for cleaning up.
    FinalizationRegistry.prototype.register = function (this: unknown, target, ...rest) {
      if (typeof target === 'object' && 'simulateScenario' in target)
        (window as unknown as { mediaRoom: unknown }).mediaRoom = target;
      register.call(this as FinalizationRegistry<unknown>, target, ...rest);
    };
  });
}

/** Lets livekit-client itself play a fault through, as its own tests do. */
export async function simulate(page: Page, scenario: 'signal-reconnect'): Promise<void> {
  await page.evaluate(
    (which) => (window as unknown as { mediaRoom: Simulated }).mediaRoom.simulateScenario(which),
    scenario,
  );
}

export async function inbound(page: Page): Promise<Inbound> {
  return page.evaluate(async () => {
    const sum = { framesDecoded: 0, audioEnergy: 0, audioBytes: 0 };
    const { mediaLines } = window as unknown as { mediaLines: RTCPeerConnection[] };
    for (const line of mediaLines.filter((one) => one.connectionState === 'connected')) {
      for (const stat of (await line.getStats()).values()) {
        if (stat.type !== 'inbound-rtp') continue;
        if (stat.kind === 'video') sum.framesDecoded += stat.framesDecoded ?? 0;
        else {
          sum.audioEnergy += stat.totalAudioEnergy ?? 0;
          sum.audioBytes += stat.bytesReceived ?? 0;
        }
      }
    }
    return sum;
  });
}

/** Bytes of pictures that have come in so far, by the track's id as the page's `video` elements know it. */
export function pictureBytes(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const bytes: Record<string, number> = {};
    const { mediaLines } = window as unknown as { mediaLines: RTCPeerConnection[] };
    for (const line of mediaLines.filter((one) => one.connectionState === 'connected')) {
      for (const stat of (await line.getStats()).values()) {
        if (stat.type === 'inbound-rtp' && stat.kind === 'video')
          bytes[stat.trackIdentifier] = stat.bytesReceived ?? 0;
      }
    }
    return bytes;
  });
}

/** Waits until pictures are decoded: twenty more than now. */
export async function expectPictures(page: Page): Promise<void> {
  await expectMore(page, 'framesDecoded', 20);
}

/** Waits until something is heard: energy, not only bytes. */
export async function expectSound(page: Page): Promise<void> {
  await expectMore(page, 'audioEnergy', 0.001);
}

/** More than there was; a line that was made anew counts from zero. */
async function expectMore(page: Page, what: keyof Inbound, more: number): Promise<void> {
  let least = (await inbound(page))[what];
  const growth = async () => {
    const now = (await inbound(page))[what];
    least = Math.min(least, now);
    return now - least;
  };
  await expect.poll(growth, { timeout: 20_000, message: what }).toBeGreaterThan(more);
}

/** Two seconds without any sound. The beep of the fake microphone comes every second. */
export async function expectSilence(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        const before = (await inbound(page)).audioEnergy;
        await page.waitForTimeout(2_000);
        return (await inbound(page)).audioEnergy - before;
      },
      { timeout: 20_000, message: 'silence' },
    )
    .toBeLessThan(0.000_1);
}

/** Five seconds in which bytes come in, and nothing of them becomes a picture or a sound. */
export async function expectNothingDecoded(page: Page): Promise<void> {
  const before = await inbound(page);
  await page.waitForTimeout(5_000);
  const after = await inbound(page);
  expect(after.audioBytes, 'something comes in').toBeGreaterThan(before.audioBytes);
  expect(after.framesDecoded, 'frames').toBe(before.framesDecoded);
  expect(after.audioEnergy - before.audioEnergy, 'sound').toBeLessThan(0.000_1);
}
