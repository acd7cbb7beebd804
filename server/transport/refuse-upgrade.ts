import type { Duplex } from 'node:stream';

/**
 * Answers an upgrade with one status and no word on why, and lets go of the line when that is said: whoever does not
 * hang up on their side would else hold it, and with it the port of a server that stops.
 */
export function refuseUpgrade(line: Duplex, status: number): void {
  if (line.destroyed || line.writableEnded) return;
  line.once('finish', () => line.destroy());
  line.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
