/** Where a link may lead: the web, or somebody's mailbox. Everything else could run or reach into the device. */
const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** The address that somebody wrote, whole, or undefined when it is none that a link may have. */
export function linkAddress(written: string): string | undefined {
  const text = written.trim();
  if (text === '' || /\s/u.test(text)) return undefined;
  if (/^[^@:/]+@[^@/]+\.[^@/]+$/u.test(text)) return `mailto:${text}`;
  const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(text);
  const address = parsed(hasScheme ? text : `https://${text}`);
  if (!address || !SCHEMES.has(address.protocol)) return undefined;
  const reaches =
    address.protocol === 'mailto:' ? address.pathname.includes('@') : /\./u.test(address.hostname);
  return reaches ? address.href : undefined;
}

/** `URL.parse` is younger than the phones that we serve. */
function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
