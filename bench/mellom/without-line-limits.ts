// Our server as people run it, but for how much one line to a document may send: a bench has few lines that send much.
import { parseConfig } from '../../server/config.ts';
import { serve } from '../../server/serve.ts';

const NO_LIMIT = 1e9;

const stop = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stop.abort());
await serve(parseConfig(process.env), stop.signal, {
  lineLimits: {
    framesPerSecond: NO_LIMIT,
    framesAtOnce: NO_LIMIT,
    bytesPerSecond: NO_LIMIT,
    bytesAtOnce: NO_LIMIT,
  },
});
process.exit();
