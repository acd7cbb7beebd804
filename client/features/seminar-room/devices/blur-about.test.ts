import { expect, test } from 'vitest';
import { blurAbout } from './blur-about.ts';
import { choiceWords } from './choice-words.ts';

test('DEVICE-1 that the camera is off is said only while it is', () => {
  const tooSlow = { status: 'cannot', why: 'too-slow' } as const;
  const t = choiceWords.nb;
  expect(blurAbout(tooSlow, false, t)).toContain('kameraet slått av');
  expect(blurAbout(tooSlow, true, t)).not.toContain('slått av');
  expect(blurAbout(tooSlow, true, t)).toContain('uten sløring');
});
