import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { identityOf, isVoice, personOf, voiceOf } from './identity.ts';

test('BREAKOUT-13 a voice into a breakout is told from a tab, and has the same person behind it', () => {
  const anne = '01890a5d-ac96-774b-bcce-b302099a8057' as PersonId;
  expect(isVoice(identityOf(anne, 'speakabcdefgh'))).toBe(false);
  expect(isVoice(voiceOf(anne, 'abcdefghijklmnop'))).toBe(true);
  expect(personOf(voiceOf(anne, 'abcdefgh'))).toBe(anne);
  // The media server takes no longer names (docs/running-media.md).
  expect(voiceOf(anne, 'abcdefghijklmnop').length).toBeLessThanOrEqual(64);
});
