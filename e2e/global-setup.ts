import { makeDataFolder, removeDataFolder, startServer } from '../server/testing/run-server.ts';
import { buildClientIfStale } from '../tools/client-build.ts';
import { tellWorkers } from './school.ts';

/** Builds the client if it is stale, and opens one demonstration school for all tests that need no server of their own. */
// biome-ignore lint/style/noDefaultExport: Playwright looks for one
export default async function openSchoolForAll(): Promise<() => Promise<void>> {
  await buildClientIfStale(new AbortController().signal);
  const dataDir = await makeDataFolder();
  const server = await startServer({ dataDir, env: { TRUST_PROXY: 'loopback' } });
  tellWorkers({ url: server.url, dataDir });
  return async () => {
    const code = await server.stop();
    await removeDataFolder(dataDir);
    // F82: what a browser refused to load stands in the log, also when nobody looked at the page just then.
    if (/refused something by our policy/.test(server.output())) {
      throw new Error(`A browser reported a breach of our policy:\n${warnings(server.output())}`);
    }
    if (code !== 0) {
      throw new Error(`The server did not stop well (${code}):\n${warnings(server.output())}`);
    }
  };
}

/** What the server warned of and worse, newest first, and whatever it said that is no line of its log. */
function warnings(output: string): string {
  const lines = output.split('\n').filter((line) => !/^\{"level":[1-3]\d,/.test(line));
  return lines.reverse().join('\n').trim();
}
