import type { Numbered } from './person.ts';

/** A chat message of ordinary length. */
const TEXT_LENGTH = 80;
const FILLER = ' så er det sagt, og så er det din tur til å svare på det jeg spurte om i sted';
const MARK = /«(\d+) ([\d.]+)»/gu;

/** A text that says which event it is, and when it was due to leave; milliseconds of `performance.now()`. */
export function numberedText({ nth, sentAt }: Numbered): string {
  return `«${nth} ${sentAt.toFixed(2)}»${FILLER}`.slice(0, TEXT_LENGTH);
}

type Parsed = { readonly payload: Buffer; readonly value: unknown };
/** Few, since what goes to everybody goes to everybody at about the same time. */
const REMEMBERED = 8;
const recent: Parsed[] = [];

/**
 * Reads a frame once, however many people it comes to: the generator must not be the one who is slow. A frame
 * counts as the same when every byte is.
 */
export function readOnce<Value>(payload: Buffer, read: (text: string) => Value): Value {
  const known = recent.find((each) => each.payload.equals(payload));
  if (known) return known.value as Value;
  const value = read(payload.toString('utf8'));
  recent.unshift({ payload: Buffer.from(payload), value });
  recent.length = Math.min(recent.length, REMEMBERED);
  return value;
}

/** The numbered events in a piece of text, in their order. */
export function numberedIn(text: string): Numbered[] {
  return [...text.matchAll(MARK)].map(([, nth, sentAt]) => ({
    nth: Number(nth),
    sentAt: Number(sentAt),
  }));
}
