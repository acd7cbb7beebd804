const SIGN_IN = '/logg-inn';

/** Where somebody lands after signing in: the path they were going to when it is one of ours, else Nå. */
export function safeTarget(wish: string | undefined): string {
  if (!wish?.startsWith('/')) return '/';
  // A browser reads "//host", "/\host" and "/<tab>/host" as other hosts: what it makes of the text decides.
  const here = 'https://mellom.invalid';
  let url: URL;
  try {
    url = new URL(wish, here);
  } catch {
    return '/';
  }
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname === SIGN_IN) return '/';
  return url.pathname + url.search + (canBeRead(url.hash) ? url.hash : '');
}

/** The router reads the place on the page that an address names, and goes no further where it cannot. */
function canBeRead(hash: string): boolean {
  try {
    decodeURIComponent(hash);
    return true;
  } catch {
    return false;
  }
}

/** The sign-in page, for a tab whose person has signed out in another one. */
export const SIGNED_OUT_ELSEWHERE = `${SIGN_IN}?ut=fane`;

/** The address of the sign-in page that leads back to `path` afterwards. */
export function signInPath(path: string): string {
  return path === '/' ? SIGN_IN : `${SIGN_IN}?til=${encodeURIComponent(path)}`;
}
