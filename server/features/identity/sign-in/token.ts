import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** What a cookie carries: 256 bits of chance, in base64url. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored of it. Plain SHA-256 is enough: nobody guesses 256 bits. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
