import { defineConfig } from '@playwright/test';

const CHROMIUM = process.env.CHROMIUM_PATH;

/** Real sound and pictures (useMedia): they come last, each beside one other. */
const SEEN_AND_HEARD = [
  'journeys/{breakouts,closed-room,devices,end-session,moderation,pause,room-focus,seminar-room,stage,stage-on-phones,voice-note}.spec.ts',
  'outages/{blurred-camera,media,media-away,pulled-cable,silent-sound,thin-line}.spec.ts',
] as const;

/** Real browsers against the real server with a real database. `npm test` runs it; `CHROMIUM_PATH` names the browser. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './global-setup.ts',
  // Tests share nothing but the server: each has people and a session of its own.
  fullyParallel: true,
  // Most tests wait part of the time: one more of them than there are cores. Browsers that code pictures do not.
  workers: 3,
  projects: [
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: [...SEEN_AND_HEARD] },
    { name: 'seen and heard', testMatch: [...SEEN_AND_HEARD], workers: 2 },
  ],
  // At a desk, a test that passes at the second try has found something. Elsewhere a machine that others use too may
  // have been slow for once: it does not fail the run, and is named in its last lines (tools/suites.ts).
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  // A watchdog for hangs, not a measure of speed.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // A trace takes a third of a journey's time: where there is a second try, that one is traced.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'on-first-retry',
    launchOptions: {
      ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
