// Everything behind one address, with hot reload: Vite in front, which passes our server's own paths on
// to a server that starts anew when its source changes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { createLogger, createServer } from 'vite';
import { parseConfig, withFlags } from '../server/config.ts';

const root = path.join(import.meta.dirname, '..');
const env = withFlags(process.env, process.argv.slice(2));
const config = parseConfig(env);
const serverPort = config.port + 1;
const serverUrl = `http://127.0.0.1:${serverPort}`;

let server: ChildProcess | null = null;
let stopping = false;
let stale = false;
let somethingToDo = Promise.withResolvers<void>();

function wake(): void {
  somethingToDo.resolve();
  somethingToDo = Promise.withResolvers();
}

function startServer(): ChildProcess {
  stale = false;
  return spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    // The address people see is Vite's, so that is the one cookies and origins are checked against.
    env: { ...env, PORT: String(serverPort), HOST: '127.0.0.1', BASE_URL: config.baseUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Runs the server, anew at each change of its source, until it or we are told to stop. Its last exit code. */
async function runServer(): Promise<number> {
  for (;;) {
    server = startServer();
    const [code, signal] = (await once(server, 'exit')) as [number | null, string | null];
    server = null;
    if (stopping || (code === 0 && !stale)) return code ?? 1;
    if (stale) continue;
    console.error(
      `The server has ended (${signal ?? code}). It starts anew when its source changes.`,
    );
    await somethingToDo.promise;
    if (stopping) return code ?? 1;
  }
}

for (const folder of ['server', 'shared']) {
  watch(path.join(root, folder), { recursive: true }, () => {
    stale = true;
    server?.kill('SIGTERM');
    wake();
  });
}

const logger = createLogger();
const { error } = logger;
// A page that is open while the server starts anew asks again by itself: no trace is needed of each time.
logger.error = (message, options) => {
  if (!/proxy (socket )?error/.test(message) || !message.includes('ECONNREFUSED'))
    error(message, options);
};

const vite = await createServer({
  customLogger: logger,
  configFile: path.join(root, 'vite.config.ts'),
  server: {
    host: config.host,
    port: config.port,
    strictPort: true,
    proxy: {
      '/api': serverUrl,
      '/health': serverUrl,
      '/socket.io': { target: serverUrl, ws: true },
      '/rtc': { target: serverUrl, ws: true },
      '/yjs': { target: serverUrl, ws: true },
    },
  },
});
// Vite's own would end us at once, and leave the server behind with its database and media server.
process.removeAllListeners('SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping = true;
    server?.kill('SIGTERM');
    wake();
  });
}
// However we end, nothing is left that nobody sees.
process.on('exit', () => server?.kill('SIGTERM'));

await vite.listen();
// The server says the address when it is ready. It ends first, since it has things to finish.
const code = await runServer();
await vite.close();
process.exit(code);
