import { createSignal } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { openDeviceStore } from '../../../platform/device-store.ts';
import { keepWhenLeft } from '../../../platform/keep-when-left.ts';
import type { Live } from '../../../platform/live.ts';

const KEEP_AFTER_MS = 400;

/** The version that was seen follows: what somebody else has saved since must not be overwritten unseen (AGREE-2). */
const keptAs = (sessionId: SessionId) => `agreement ${sessionId} `;

/** A text as one saw it. */
type Seen = { readonly version: number; readonly text: string };

/** A change that was begun and not saved, and from which version. */
export type Begun = { readonly from: number; readonly text: string };

/** Such a change among what is kept on the device. What stands there already is none. */
export function begunAmong(
  drafts: ReadonlyMap<string, unknown>,
  sessionId: SessionId,
  current: Seen | null,
): Begun | undefined {
  const name = keptAs(sessionId);
  for (const [key, text] of drafts) {
    if (!key.startsWith(name) || typeof text !== 'string') continue;
    if (text.trim() !== (current?.text ?? ''))
      return { from: Number(key.slice(name.length)), text };
  }
  return undefined;
}

/** As `begunAmong`, of this person's device. Needs no line to the server. */
export async function findBegun(
  me: PersonId,
  sessionId: SessionId,
  current: Seen | null,
): Promise<Begun | undefined> {
  return begunAmong(await (await openDeviceStore(me)).all('drafts'), sessionId, current);
}

/** The text that is being changed: kept on this device until it is saved or thrown away. */
export function createAgreementDraft(
  device: Pick<Live, 'keepDraft'>,
  sessionId: SessionId,
  seen: Seen | null,
  begun: Begun | undefined,
) {
  const [text, setText] = createSignal(begun?.text ?? seen?.text ?? '');
  const [from, setFrom] = createSignal(begun?.from ?? seen?.version ?? 0);
  const isChanged = () => text().trim() !== (seen?.text ?? '');
  let kept = begun ?? { from: from(), text: '' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const keep = (now: Begun) => {
    clearTimeout(timer);
    // A sign-out in another tab erases what is kept: unchanged words are not put back.
    if (now.from === kept.from && now.text === kept.text) return;
    if (now.from !== kept.from) void device.keepDraft(keptAs(sessionId) + kept.from, '');
    kept = now;
    void device.keepDraft(keptAs(sessionId) + now.from, now.text);
  };
  const keepNow = () => {
    if (!isOver) keep({ from: from(), text: isChanged() ? text() : '' });
  };
  keepWhenLeft(keepNow);

  return {
    text,
    /** What was seen when one began: the newest may be another by now, and is then refused and shown. */
    from,
    isChanged,
    write(words: string): void {
      setText(words);
      clearTimeout(timer);
      timer = setTimeout(keepNow, KEEP_AFTER_MS);
    },
    /** What was shown under the text has been seen: from here this is a change of it. */
    hasSeen(version: number): void {
      setFrom(version);
      keepNow();
    },
    /** It is saved, or thrown away. */
    end(): void {
      isOver = true;
      keep({ from: from(), text: '' });
    },
  };
}
