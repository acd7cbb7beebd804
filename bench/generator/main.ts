// The load generator: a process of its own, so that it takes no time from the server that is measured.
import { answerAsks } from './answer-asks.ts';
import type { Answers, Asks } from './asks.ts';
import { makeCrowd } from './crowd.ts';
import { knocks } from './knocking.ts';

answerAsks<Asks, Answers>({ ...makeCrowd(), knocks });
