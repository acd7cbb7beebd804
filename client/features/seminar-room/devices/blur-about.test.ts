import { expect, test } from 'vitest';
import { blurAbout } from './blur-about.ts';
import { choiceWords } from './choice-words.ts';

test('DEVICE-1 that the camera is off is said until one chooses to be shown without blur', () => {
  const tooSlow = { status: 'cannot', why: 'too-slow', shown: false } as const;
  const shown = { ...tooSlow, shown: true };
  const t = choiceWords.nb;
  expect(blurAbout(tooSlow, t)).toContain('kameraet slått av');
  expect(blurAbout(shown, t)).not.toContain('slått av');
  expect(blurAbout(shown, t)).toContain('uten sløring');
});
