/**
 * A sign-out loads the page anew, yet for the person it is one walk: the page that comes next must know that it was walked
 * to, and not opened. Kept for this tab alone, and said once.
 */
const MARK = 'mellom.signed-out-here';

export function markSignOut(): void {
  try {
    sessionStorage.setItem(MARK, 'yes');
  } catch {
    // Storage is closed in some private windows. Then the browser sets the focus as for any page.
  }
}

/** Whether this page was loaded because its person has just signed out here. */
export function cameBySigningOut(): boolean {
  try {
    const came = sessionStorage.getItem(MARK) !== null;
    sessionStorage.removeItem(MARK);
    return came;
  } catch {
    return false;
  }
}
