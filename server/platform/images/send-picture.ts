import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * Sends a picture that was drawn anew here, and that the asker may see just now. A browser keeps its bytes and asks each
 * time before it shows them, so that who has lost the right loses the browser's copy as well. It opens nothing in it.
 */
export function sendPicture(reply: FastifyReply, bytes: Buffer): FastifyReply {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  reply.header('cache-control', 'private, no-cache').header('etag', etag);
  if (asksOnlyFor(reply.request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', 'inline; filename="bilde.webp"')
    .type('image/webp')
    .send(bytes);
}

/** A proxy that packs may have marked it as weak. */
function asksOnlyFor(ifNoneMatch: string | undefined, etag: string): boolean {
  const had = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return had?.includes(etag) ?? false;
}
