/** This tab's own name to the media server, so that coming back takes the place of the lost line. */
export function tabName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    (byte % 36).toString(36),
  ).join('');
}
