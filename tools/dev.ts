// Everything behind one address, with hot reload: Vite in front, which passes our server's own paths on
// to a server that starts anew when its source changes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createServer } from 'vite';
import { parseConfig } from '../server/config.ts';

const root = path.join(import.meta.dirname, '..');
const config = parseConfig(process.env);
const serverPort = config.port + 1;
const serverUrl = `http://127.0.0.1:${serverPort}`;

const server = spawn(
  process.execPath,
  ['--watch-path=server', '--watch-path=shared', 'server/main.ts'],
  {
    cwd: root,
    // The address people see is Vite's, so that is the one cookies and origins are checked against.
    env: { ...process.env, PORT: String(serverPort), HOST: '127.0.0.1', BASE_URL: config.baseUrl },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);

const vite = await createServer({
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
    },
  },
});
await vite.listen();
console.log(`Mellom: ${config.baseUrl} (with hot reload)`);

async function stop(): Promise<void> {
  await vite.close();
  server.kill('SIGTERM');
  await ended;
  process.exit();
}

const ended = once(server, 'exit');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
server.once('exit', () => void stop());
