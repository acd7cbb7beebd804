/** Whether this browser can make and show passkeys, and be spoken to about them in plain JSON. */
export function canHavePasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function' &&
    // A key is bound to a name, and 127.0.0.1 is none.
    !/^[\d.[\]:]+$/.test(window.location.hostname)
  );
}
