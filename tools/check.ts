// `npm run check`: what every commit passes. Seconds to a few minutes; `npm test` is the whole.
import { runGates } from './gates.ts';
import { runVitest, summarise } from './suites.ts';

const results = [...(await runGates()), await runVitest('unit tests', ['--project', 'unit'])];
process.exitCode = summarise(results);
