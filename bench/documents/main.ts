// The load generator for documents: a process of its own, so that it takes no time from the server that is measured.
import { answerAsks } from '../generator/answer-asks.ts';
import type { DocumentAnswers, DocumentAsks } from './asks.ts';
import { makeSingle } from './single.ts';
import { makeWriters } from './writers.ts';

const writers = makeWriters();
const single = makeSingle();

answerAsks<DocumentAsks, DocumentAnswers>({
  ...writers,
  ...single,
  leave: async () => {
    single.leave();
    return writers.leave();
  },
});
