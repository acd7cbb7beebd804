import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

declare global {
  interface Window {
    /** Every text that a live region has held since the page was loaded, oldest first. */
    saidAloud: string[];
  }
}

/** Where it came from, without the query: that can carry a token. */
function placeOf(message: ConsoleMessage): string {
  const { url } = message.location();
  return URL.canParse(url) ? ` at ${new URL(url).pathname}` : '';
}

/** What no journey does and any may meet. */
const NO_SURPRISE = [
  // Whoever is moved to another room on the way into one has a pass that is refused, and asks for the next.
  /status of 401 .* at \/rtc\/v1\/validate$/,
  /^console: WebSocket connection to '[^']*\/rtc\/v1\?[^']*' failed/,
  // A journey beside this one has pulled a cable of its own.
  /ERR_NETWORK_CHANGED/,
];

/** What a person's browser complained about, and what the journey says is no surprise. */
export type Watch = {
  /** This complaint belongs to what the test does: a cut line, a page that is not there. */
  expect(pattern: RegExp): void;
  /** Everything that nobody expected. */
  complaints(): readonly string[];
};

/**
 * Notes every error on any page of the context: uncaught ones, the console's, breaches of the content policy (which the
 * console says too, but not from every place), and requests to another origin (F82).
 */
export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const heard: string[] = [];
  const expected: RegExp[] = [...NO_SURPRISE];
  await context.exposeBinding('tellBreach', (_source, breach: string) => {
    heard.push(`policy: ${breach}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { tellBreach: (breach: string) => void }).tellBreach(
        `${event.effectiveDirective} ${event.blockedURI}`,
      );
    });
  });
  await context.addInitScript(() => {
    window.saidAloud = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live]:not([aria-live="off"])');
        if (region?.textContent) window.saidAloud.push(region.textContent);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const host = new URL(origin).host;
  const foreign = (address: string) => {
    const url = new URL(address);
    return ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== host;
  };
  const follow = (page: Page) => {
    page.on('pageerror', (error) => heard.push(`page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') heard.push(`console: ${message.text()}${placeOf(message)}`);
    });
    page.on('websocket', (socket) => {
      if (foreign(socket.url())) heard.push(`another origin: ${socket.url()}`);
    });
  };
  context.on('page', follow);
  context.on('request', (request) => {
    if (foreign(request.url())) heard.push(`another origin: ${request.url()}`);
  });
  return {
    expect: (pattern) => expected.push(pattern),
    complaints: () => heard.filter((one) => !expected.some((pattern) => pattern.test(one))),
  };
}
