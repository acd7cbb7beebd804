import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { usedByTree } from '../processes.ts';
import { ms, type Row } from '../table.ts';
import { fillRoom } from './room-load.ts';
import type { Senders } from './senders-start.ts';
import type { Stand } from './stand.ts';

const DEBIAN = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
];
const ROUNDS = 5;
const FRAME_MAX_MS = 1_500;
const SOUND_MAX_MS = 1_000;
const SEEN_WITHIN_MS = 20_000;
/** Few enough for two cores to send, show and measure at once. */
const SENDERS = 4;
const TILES_SETTLE_MS = 5_000;
const TILES_MEASURED_MS = 15_000;
/** The browser is the last of the crowd. */
const visitorOf = ({ cookies }: Stand) => cookies[cookies.length - 1] ?? '';

type Seen = { readonly clickedAt: number; readonly frameAt: number; readonly soundAt: number };

/** A browser, with the process id that everything of it stems from. */
export async function withBrowser<T>(
  work: (browser: Browser, pid: number) => Promise<T>,
): Promise<T> {
  const server = await chromium.launchServer({
    args: FLAGS,
    ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
  });
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    return await work(browser, server.process().pid ?? 0);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** S17: what somebody at a real browser waits for. */
export const measureJoins = (stand: Stand, senders: Senders): Promise<Row[]> =>
  withBrowser((browser) => measureJoin(stand, senders, browser));

/** What their machine pays for each picture. */
export const measurePictures = (stand: Stand, senders: Senders): Promise<Row> =>
  withBrowser((browser, pid) => measureTiles(stand, senders, browser, pid));

/** From the press on «Bli med» until the other is seen, and heard. */
async function measureJoin(stand: Stand, senders: Senders, browser: Browser): Promise<Row[]> {
  const room = await fillRoom(stand, senders, { people: 1 });
  const rounds: Seen[] = [];
  try {
    for (let nth = 0; nth < ROUNDS; nth++) {
      const context = await openContext(browser, stand);
      const page = await context.newPage();
      await noteFirsts(page);
      await page.goto(`/okt/${room.sessionId}/om`);
      await page.getByRole('link', { name: 'Bli med' }).click();
      await page.waitForFunction(
        () => {
          const { seen } = window as unknown as { seen: Seen };
          return seen.frameAt > 0 && seen.soundAt > 0;
        },
        undefined,
        { timeout: SEEN_WITHIN_MS },
      );
      rounds.push(await page.evaluate(() => (window as unknown as { seen: Seen }).seen));
      await context.close();
    }
  } finally {
    await room.empty();
  }
  const took = (what: 'frameAt' | 'soundAt') =>
    rounds.map((seen) => seen[what] - seen.clickedAt).toSorted((a, b) => a - b);
  const row = (what: string, times: readonly number[], maxMs: number): Row => {
    const [best = Number.NaN] = times;
    const median = times[times.length >> 1] ?? Number.NaN;
    return {
      id: 'S17',
      what: `click on «Bli med» to ${what}, loopback`,
      goal: `< ${maxMs / 1_000} s`,
      peers: 'no public figure',
      ours: `median ${ms(median)}, best ${ms(best)}, worst ${ms(times.at(-1) ?? Number.NaN)}`,
      met: median < maxMs,
      besides: `${ROUNDS} rounds, a fresh browser profile each: page, socket, key, library and media`,
      why: 'a fresh profile loads the room’s and the media library’s code as well, on cores that others use',
    };
  };
  return [
    row('the first picture of another', took('frameAt'), FRAME_MAX_MS),
    row('the first sound of another', took('soundAt'), SOUND_MAX_MS),
  ];
}

/** Notes when the page's media lines first carry a picture that is decoded, and a sound that can be heard. */
async function noteFirsts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { clickedAt: 0, frameAt: 0, soundAt: 0 };
    (window as unknown as { seen: Seen }).seen = seen;
    document.addEventListener(
      'click',
      () => {
        seen.clickedAt ||= performance.now();
      },
      { capture: true },
    );
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = new Proxy(Real, {
      construct(target, given) {
        const line = Reflect.construct(target, given) as RTCPeerConnection;
        const look = async () => {
          for (const stat of (await line.getStats()).values()) {
            if (stat.type !== 'inbound-rtp') continue;
            if (stat.framesDecoded > 0) seen.frameAt ||= performance.now();
            if (stat.totalAudioEnergy > 0) seen.soundAt ||= performance.now();
          }
          if (seen.frameAt === 0 || seen.soundAt === 0) setTimeout(look, 10);
        };
        look();
        return line;
      },
    });
  });
}

/** What a page full of pictures costs a browser, beside the same page with sound only. */
async function measureTiles(
  stand: Stand,
  senders: Senders,
  browser: Browser,
  pid: number,
): Promise<Row> {
  const room = await fillRoom(stand, senders, { people: SENDERS });
  const context = await openContext(browser, stand);
  try {
    const page = await context.newPage();
    await page.goto(`/okt/${room.sessionId}`);
    const cores = async () => {
      await delay(TILES_SETTLE_MS);
      const before = usedByTree(pid).cpuMs;
      await delay(TILES_MEASURED_MS);
      return (usedByTree(pid).cpuMs - before) / TILES_MEASURED_MS;
    };
    const pictures = page.locator('main video');
    await page.getByRole('radio', { name: 'Alle' }).check();
    await pictures.first().waitFor();
    const withPictures = await cores();
    const tiles = await pictures.count();
    await page.getByRole('radio', { name: 'Bare lyd' }).check();
    await pictures.first().waitFor({ state: 'detached' });
    const soundOnly = await cores();
    const each = (withPictures - soundOnly) / tiles;
    return {
      id: 'L9',
      what: `Chromium without a screen, ${SENDERS} people: pictures of 320x180 at 10/s`,
      goal: '–',
      peers: '–',
      ours: `${each.toFixed(3)} cores for each picture`,
      met: null,
      besides: `${withPictures.toFixed(2)} cores with ${tiles} pictures and ${SENDERS} sounds, ${soundOnly.toFixed(2)} with sounds only; drawn in software`,
    };
  } finally {
    await context.close();
    await room.empty();
  }
}

export async function openContext(
  browser: Browser,
  stand: Stand,
  cookie: string = visitorOf(stand),
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: stand.origin,
    viewport: { width: 1280, height: 800 },
    locale: 'nb-NO',
  });
  const [name = '', value = ''] = cookie.split(/=(.*)/su);
  await context.addCookies([{ name, value, url: stand.origin }]);
  return context;
}
