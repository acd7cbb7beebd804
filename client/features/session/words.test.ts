import { describe, expect, test } from 'vitest';
import { languages } from '../../platform/language.ts';
import { refusalWords } from '../../platform/refusal-words.ts';
import { words as beginnings } from './agenda/beginning-words.ts';
import { words as editing } from './agenda/editing-words.ts';
import { words as agenda } from './agenda/words.ts';
import { words as breakoutsLed } from './breakout/lead-words.ts';
import { words as breakouts } from './breakout/words.ts';
import { words as captions } from './captions/words.ts';
import { words as chatExport } from './chat/export-words.ts';
import { words as keeping } from './chat/keeping-words.ts';
import { words as reactions } from './chat/reaction-words.ts';
import { words as search } from './chat/search-words.ts';
import { words as chat } from './chat/words.ts';
import { words as guests } from './guest/words.ts';
import { words as hands } from './hand-queue/words.ts';
import { words as notes } from './notes/words.ts';
import { words as pause } from './pause/words.ts';
import { words as pauseForAll } from './pause-for-all/words.ts';
import { words as poll } from './poll/words.ts';
import { words as quiz } from './quiz/words.ts';
import { words as roster } from './roster/words.ts';
import { words as voiceNotes } from './round/voice-notes/words.ts';
import { words as room } from './words.ts';

/** Every sentence in a dictionary, with its path; functions are asked with plausible things. */
function sentences(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [1, 7].map((count) => [`${path}(${count})`, String(value(count, 'Pause', 3))] as const);
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, `${path}.${key}`),
  );
}

/** "Student" needs no word beside a name in a list of students. */
const MAY_BE_EMPTY = /parts\.student$/;

describe.each(languages)('the words of a session in %s', (language) => {
  test.each(
    Object.entries({
      room,
      roster,
      chat,
      chatExport,
      keeping,
      reactions,
      search,
      agenda,
      breakouts,
      breakoutsLed,
      captions,
      editing,
      beginnings,
      notes,
      guests,
      hands,
      pause,
      pauseForAll,
      poll,
      voiceNotes,
      quiz,
      refusalWords,
    }),
  )('%s says everything', (topic, dictionary) => {
    for (const [path, sentence] of sentences(dictionary[language], topic)) {
      if (!MAY_BE_EMPTY.test(path)) expect(sentence.trim(), path).not.toBe('');
      expect(sentence, path).not.toMatch(/undefined|\[object|NaN/);
      expect(sentence, path).not.toMatch(/ {2}| [–—] /);
    }
  });
});

test('a count of one reads as one', () => {
  expect(chat.nb.newMessages(1)).toBe('1 ny melding');
  expect(chat.nb.newMessages(3)).toBe('3 nye meldinger');
  expect(chat.nn.chatWithNew(1)).toBe('Samtale, 1 ny');
  expect(room.en.course('EK001T', 1)).toBe('EK001T, 1 is in.');
});
