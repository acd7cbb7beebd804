import { connect, createServer, type Server } from 'node:net';

type Place = { readonly address: string; readonly port: number };

/** Carries connections from one place to another, until it is closed. */
export function forwardTcp(from: Place, to: Place): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(to.port, to.address);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(from.port, from.address, () => resolve(server));
  });
}

// As a process of its own, in another network namespace: port there, address and port here.
if (import.meta.main) {
  const [port, address = '', farPort] = process.argv.slice(2);
  await forwardTcp(
    { address: '127.0.0.1', port: Number(port) },
    { address, port: Number(farPort) },
  );
  process.stdout.write('ready\n');
}
