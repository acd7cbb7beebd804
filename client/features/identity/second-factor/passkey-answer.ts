import { type Answer, call } from '../call.ts';

type Made = { ok: true; value: object };
const refused: Answer<never> = { ok: false, problem: 'no-passkey' };

/** Lets the person show a passkey, and sends what the browser answers. */
export async function answerWithPasskey<Value>(
  path: string,
  options = '/api/sign-in/passkey/options',
  more: object = {},
): Promise<Answer<Value>> {
  const asked = await call<PublicKeyCredentialRequestOptionsJSON>('POST', options, {});
  if (!asked.ok) return asked;
  const shown = await fromBrowser(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.value),
    }),
  );
  return shown.ok ? call<Value>('POST', path, { ...more, response: shown.value }) : refused;
}

/** Lets the browser make a passkey, and sends it to be kept. */
export async function makePasskey<Value>(name: string): Promise<Answer<Value>> {
  const asked = await call<PublicKeyCredentialCreationOptionsJSON>(
    'POST',
    '/api/me/passkeys/options',
    {},
  );
  if (!asked.ok) return asked;
  const made = await fromBrowser(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.value),
    }),
  );
  return made.ok
    ? call<Value>('POST', '/api/me/passkeys', { name, response: made.value })
    : refused;
}

/** A browser throws when the person says no, waits too long, or has no key that fits: none of it is a fault. */
async function fromBrowser(ask: () => Promise<Credential | null>): Promise<Made | { ok: false }> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return { ok: true, value: credential.toJSON() };
  } catch {
    // As above.
  }
  return { ok: false };
}
