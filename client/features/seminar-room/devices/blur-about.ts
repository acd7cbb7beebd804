import type { BlurState } from './blur-choice.ts';
import type { choiceWords } from './choice-words.ts';

/** How it stands with the blur, in words that are true of a camera that may be on without it, and of one that is off. */
export function blurAbout(now: BlurState, t: (typeof choiceWords)['nb']): string {
  switch (now.status) {
    case 'off':
      return t.blurAbout;
    case 'chosen':
      return t.blurChosen;
    case 'loading':
      // In steps that a screen reader has time for.
      return t.blurLoading(Math.floor(now.fetched * 4) * 25);
    case 'blurring':
      return t.blurring;
    case 'cannot':
      return now.why === 'too-slow' && now.shown ? t.tooSlowShown : t.blurCannot[now.why];
  }
}
