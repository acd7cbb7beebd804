import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import {
  APP_CODE_DIGITS,
  PASSKEY_NAME_MAX,
  SHOWN_BY,
} from '#shared/features/identity/second-factor/model.ts';
import { CODE_DIGITS } from '#shared/features/identity/sign-in/model.ts';

/** A browser's answer about a key, with an RSA key and all its transports, is a third of this. */
export const PASSKEY_BYTES_MAX = 16 * 1024;

const digits = (count: number) =>
  z
    .string()
    .max(40)
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(new RegExp(`^\\d{${count}}$`)));

/** Read strictly by the library that verifies it. */
const fromBrowser = z.looseObject({
  id: z.string().max(1400),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
});
const ofNewPasskey = fromBrowser.transform((given) => given as unknown as RegistrationResponseJSON);
const ofPasskey = fromBrowser.transform((given) => given as unknown as AuthenticationResponseJSON);

const name = z.string().trim().min(1).max(PASSKEY_NAME_MAX);
const code = z.string().min(1).max(80);

export const bodies = {
  shown: z.object({ by: z.enum(SHOWN_BY), code }),
  appCode: z.object({ code: digits(APP_CODE_DIGITS) }),
  passkey: z.object({ response: ofPasskey }),
  newPasskey: z.object({ name, response: ofNewPasskey }),
  passkeyName: z.object({ name }),
  again: z.discriminatedUnion('by', [
    z.object({ by: z.literal('mail'), code: digits(CODE_DIGITS) }),
    z.object({ by: z.enum(SHOWN_BY), code }),
    z.object({ by: z.literal('passkey'), response: ofPasskey }),
  ]),
};
