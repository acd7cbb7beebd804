import { freePort } from '../../server/testing/run-server.ts';
import { test as base, expect, type Person } from '../people.ts';
import { openOwnSchool } from '../school.ts';
import { openTcpProxy, type TcpProxy } from '../tcp-proxy.ts';
import { lineFails } from './line-fails.ts';

type Train = {
  network: { readonly proxy: TcpProxy; readonly serverPort: number };
  /** The student on the train: the one whose line can be cut, under the other name of this machine. */
  traveller: Person;
  cut: (fault: Parameters<TcpProxy['cut']>[1]) => void;
  mend: () => void;
  /** Resets what the traveller has open on such a path. */
  drop: (path: RegExp) => void;
  /** Nothing new opens on such a path either; null: all is well again. */
  shut: (path: RegExp | null) => void;
};

const TRAIN = '127.0.0.1';

/** A school behind a network of ours, which fails for one person when told to. */
export const test = base.extend<Train>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  network: async ({}, use) => {
    const serverPort = await freePort();
    const proxy = await openTcpProxy(serverPort);
    await use({ proxy, serverPort });
    await proxy.close();
  },
  school: async ({ network }, use) => {
    const { proxy, serverPort } = network;
    const school = await openOwnSchool({
      env: { PORT: String(serverPort) },
      url: `http://localhost:${proxy.port}`,
    });
    await use(school);
    await school.close();
  },
  traveller: async ({ enter, cast, network }, use) => {
    const traveller = await enter(cast.student, {
      baseURL: `http://${TRAIN}:${network.proxy.port}`,
    });
    traveller.watch.expect(lineFails);
    await use(traveller);
  },
  cut: ({ network }, use) => use((fault) => network.proxy.cut(TRAIN, fault)),
  mend: ({ network }, use) => use(() => network.proxy.mend(TRAIN)),
  drop: ({ network }, use) => use((path) => network.proxy.drop(TRAIN, path)),
  shut: ({ network }, use) => use((path) => network.proxy.shut(TRAIN, path)),
});

export { expect };
