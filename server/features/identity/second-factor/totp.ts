import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { APP_CODE_DIGITS } from '#shared/features/identity/second-factor/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';

const SECRET_BYTES = 20;
const STEP_MS = 30_000;
/** A phone's clock may be half a minute off, and people type slowly. */
const STEPS_OFF = 1;

export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The code of a half minute: RFC 6238 with SHA-1, which is what every app can do. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** APP_CODE_DIGITS).padStart(APP_CODE_DIGITS, '0');
}

export const stepAt = (now: Instant): number => Math.floor(now / STEP_MS);

/** Which half minute around now a code belongs to, if it is later than the last one that was used; else null. */
export function stepOfCode(
  secret: Buffer,
  code: string,
  now: Instant,
  lastStep: number,
): number | null {
  const given = Buffer.from(code);
  for (let step = stepAt(now) - STEPS_OFF; step <= stepAt(now) + STEPS_OFF; step++) {
    const right = Buffer.from(codeOf(secret, step));
    if (step > lastStep && given.length === right.length && timingSafeEqual(given, right))
      return step;
  }
  return null;
}

/** What the square holds: an app reads it as whose secret this is, and of what place. */
export function appAddress(secret: string, email: string): string {
  const label = encodeURIComponent(`Mellom:${email}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Mellom`;
}
