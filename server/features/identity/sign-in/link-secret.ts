import { createHmac, timingSafeEqual } from 'node:crypto';

/** What opens the link of a letter, made of what it is to open and a key of this server. */
export type LinkSecret = (opens: string) => string;

export function makeLinkSecret(key: Buffer): LinkSecret {
  return (opens) => createHmac('sha256', key).update(opens).digest('base64url');
}

/** In the same time, however much of it is right. */
export function isSecretOf(secret: LinkSecret, opens: string, given: string): boolean {
  const [right, tried] = [Buffer.from(secret(opens)), Buffer.from(given)];
  return right.length === tried.length && timingSafeEqual(right, tried);
}
