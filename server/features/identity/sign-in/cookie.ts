import { createHmac, timingSafeEqual } from 'node:crypto';
import { LONGEST_SIGN_IN_MS } from '#shared/features/identity/sign-in/rules.ts';
import { StartRefused } from '../../../platform/start-refused.ts';

/** Exactly one way to write each value: what is compared as text cannot be bent. */
const VALUE = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})$/;

export type SignInCookie = {
  readonly name: string;
  /** The token, if the request carries one that we signed. A forged cookie costs no query. */
  read(headers: { readonly cookie?: string | undefined }): string | null;
  /** A `Set-Cookie` value. */
  set(token: string): string;
  /** A `Set-Cookie` value that removes it. */
  clear(): string;
};

/**
 * The cookie that carries a sign-in: `token.signature`. On https its name has the prefix `__Host-`, which
 * binds it to this host alone; plain http is for this machine.
 */
export function signInCookie(baseUrl: string, key: Buffer): SignInCookie {
  const { protocol, hostname } = new URL(baseUrl);
  const secure = protocol === 'https:';
  if (!secure && !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)) {
    throw new StartRefused(
      `The setting BASE_URL must begin with https:// unless it is on this machine: over http anybody on the way could take a sign-in.`,
    );
  }
  const name = secure ? '__Host-mellom-sign-in' : 'mellom-sign-in';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const signatureOf = (token: string) =>
    createHmac('sha256', key).update(token).digest('base64url');

  return {
    name,
    read({ cookie }) {
      const [, token, signature] = VALUE.exec(cookieValue(cookie ?? '', name)) ?? [];
      if (token === undefined || signature === undefined) return null;
      const genuine = timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(token)));
      return genuine ? token : null;
    },
    set: (token) =>
      `${name}=${token}.${signatureOf(token)}; Max-Age=${LONGEST_SIGN_IN_MS / 1000}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
  };
}

function cookieValue(cookieHeader: string, name: string): string {
  for (const pair of cookieHeader.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return '';
}
