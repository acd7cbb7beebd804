import { CAPTION_LENGTH_MAX } from '#shared/features/session/captions/model.ts';
import { speakCaption } from '#shared/features/session/captions/signals.ts';
import type { BreakoutId, CaptionId } from '#shared/kernel/ids.ts';
import type { Live } from '../../../platform/live.ts';
import type { Room } from '../session-room.ts';
import { newCaptionId } from './new-caption-id.ts';
import { makeOutgoing, type OutgoingState } from './outgoing.ts';

type SpokenLine = { readonly captionId: CaptionId; readonly text: string; readonly done: boolean };

/** A stretch of speech in lines, each as long as one may be, parted between words. */
export function inLines(words: string): readonly string[] {
  const rest = words.replaceAll(/\s+/gu, ' ').trim();
  if (rest.length <= CAPTION_LENGTH_MAX) return [rest];
  const space = rest.lastIndexOf(' ', CAPTION_LENGTH_MAX);
  const at = space > 0 ? space : CAPTION_LENGTH_MAX;
  return [rest.slice(0, at), ...inLines(rest.slice(at))];
}

/** What one's own device hears of oneself, on its way to those in the same room. The same stretch again is the same lines, as they are by then. */
export function makeOwnWords(
  {
    sessionId,
    live,
  }: { readonly sessionId: Room['sessionId']; readonly live: Pick<Live, 'signal'> },
  breakoutId: BreakoutId | undefined,
  tell: (state: OutgoingState) => void,
) {
  const outgoing = makeOutgoing<SpokenLine>(
    (line) => live.signal(speakCaption, { sessionId, breakoutId, ...line }),
    tell,
  );
  let stretch = -1;
  let lines: readonly SpokenLine[] = [];
  return {
    /** @param which the same number as long as the same words are heard better and better */
    hear(which: number, words: string, done: boolean): void {
      const before = which === stretch ? lines : [];
      const texts = inLines(words);
      lines = texts.map((text, nth) => ({
        captionId: before[nth]?.captionId ?? newCaptionId(),
        text,
        done: done || nth < texts.length - 1,
      }));
      stretch = done ? -1 : which;
      for (const [nth, line] of lines.entries())
        if (line.text !== before[nth]?.text || line.done !== before[nth]?.done) outgoing.add(line);
      // Heard better, they are fewer words.
      for (const line of before.slice(lines.length))
        outgoing.add({ ...line, text: '', done: true });
    },
    stop: outgoing.stop,
  };
}
