import * as z from 'zod/mini';
import { id } from '../../../kernel/ids.ts';

/** A code that an app makes anew every half minute. */
export const APP_CODE_DIGITS = 6;

/** How many codes stand on the printed sheet. */
export const PAPER_CODES = 10;

export const PASSKEY_NAME_MAX = 60;
/** More than anybody has devices; fewer than a list can hold. */
export const PASSKEYS_MAX = 20;

/** What a sign-in still lacks: something that the person has to show, or to set up first. */
export const waitsFor = z.object({
  step: z.enum(['prove', 'set-up']),
  /** Which second factors the person has. A code from the sheet works beside either. */
  app: z.boolean(),
  passkey: z.boolean(),
});
export type WaitsFor = z.infer<typeof waitsFor>;

/** A key of the person's own: on a phone, in a computer, or on a string around the neck. Moments in milliseconds. */
export const ownPasskey = z.object({
  id: id<'passkey'>(),
  name: z.string(),
  createdAt: z.number(),
  lastUsedAt: z.nullable(z.number()),
});
export type OwnPasskey = z.infer<typeof ownPasskey>;

/** A person's second factors, for their own page. */
export const secondFactors = z.object({
  app: z.boolean(),
  passkeys: z.array(ownPasskey),
  /** Of the printed codes, how many have not been used. */
  codesLeft: z.number(),
  /** Whether the person's roles ask for one, so that the last cannot be taken away. */
  needed: z.boolean(),
  /** What must be shown before anything is changed: nothing while the person has just shown who they are. */
  proof: z.enum(['none', 'mailed-code', 'second-factor']),
  /** One's own address: where a code goes. */
  email: z.string(),
});
export type SecondFactors = z.infer<typeof secondFactors>;

/** What an app is given, drawn and in letters. */
export const appSecret = z.object({ secret: z.string(), address: z.string() });
export type AppSecret = z.infer<typeof appSecret>;

/** The codes for the sheet: shown this once. Empty where the person had a sheet already. */
export const newCodes = z.object({ codes: z.array(z.string()) });
export type NewCodes = z.infer<typeof newCodes>;

/** How a second factor is shown in letters. */
export const SHOWN_BY = ['app', 'paper'] as const;
export type ShownBy = (typeof SHOWN_BY)[number];
