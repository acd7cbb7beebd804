import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartRefused } from './start-refused.ts';

type Address = { readonly host: string; readonly port: number };

/** Refuses the start when nobody may listen there, before anything is opened that takes its time. */
export async function tryAddress(address: Address): Promise<void> {
  const trial = createServer();
  try {
    trial.listen({ host: address.host, port: address.port });
    await once(trial, 'listening');
  } catch (error) {
    throw addressRefused(error as NodeJS.ErrnoException, address);
  }
  trial.close();
  await once(trial, 'close');
}

/** What to set instead, in one sentence; any other fault as it is. */
export function addressRefused(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartRefused(
        `Another program uses port ${port} on ${host}: set PORT to a free one.`,
      );
    case 'EACCES':
      return new StartRefused(
        `This user may not listen on port ${port}: set PORT to one above 1024.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(`This machine has no address ${host}: set HOST to one it has.`);
    default:
      return error;
  }
}
