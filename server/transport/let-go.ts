import type { Server } from 'node:http';

const ANSWERED_EVERY_MS = 50;
const UNANSWERED_AFTER_MS = 2_000;

/**
 * Lets go of plain HTTP lines while a server stops. Node closes those that are idle when the stop begins; one that was
 * busy then stays for its whole keep-alive once answered, and one whose request is never finished for ever.
 * @returns to be called when the server has stopped
 */
export function letGoOfLines(server: Server): () => void {
  const answered = setInterval(() => server.closeIdleConnections(), ANSWERED_EVERY_MS);
  const unanswered = setTimeout(() => server.closeAllConnections(), UNANSWERED_AFTER_MS);
  return () => {
    clearInterval(answered);
    clearTimeout(unanswered);
  };
}
