import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What becomes of the bytes of a line. */
type Fault =
  /** Nothing is carried and nobody is told, as in a tunnel. What was sent arrives when the line is mended, as by TCP. */
  | 'silent'
  /** As `silent`, from the server to the browser only. */
  | 'deaf'
  /** Every connection is reset, and so is every new one. */
  | 'reset';

export type TcpProxy = {
  readonly port: number;
  /** Lines are told apart by the host name in the browser's address: `localhost`, `127.0.0.1`. */
  cut(host: string, fault: Fault): void;
  mend(host: string): void;
  /** Resets the open connections that began with a request for such a path; new ones are let through. */
  drop(host: string, path: RegExp): void;
  /** From now on new connections that begin with such a request are reset too; null lets all through. */
  shut(host: string, path: RegExp | null): void;
  close(): Promise<void>;
};

type Line = {
  readonly host: string;
  readonly path: string;
  readonly browser: Socket;
  readonly server: Socket;
};

/** A proxy in front of the server that carries bytes, or does not: a network that fails on request. */
export async function openTcpProxy(serverPort: number): Promise<TcpProxy> {
  const faults = new Map<string, Fault>();
  const shut = new Map<string, RegExp | null>();
  const lines = new Set<Line>();
  const proxy = createServer(async (browser) => {
    browser.on('error', () => browser.destroy());
    // A browser that is closed resets lines on which it never said a word.
    const [first] = (await once(browser, 'data').catch(() => [])) as [Buffer?];
    if (first === undefined) return;
    browser.pause();
    const head = first.toString('latin1');
    const host = /^host: ([^:\r]+)/im.exec(head)?.[1] ?? '';
    const path = head.split(' ', 2)[1] ?? '';
    const isShut = shut.get(host)?.test(path) ?? false;
    if (isShut || faults.get(host) === 'reset') return void browser.resetAndDestroy();
    const server = connect(serverPort, '127.0.0.1');
    const line = { host, path, browser, server };
    lines.add(line);
    for (const [from, to] of [
      [browser, server],
      [server, browser],
    ] as const) {
      from.on('data', (bytes) => {
        if (!to.write(bytes)) from.pause();
      });
      to.on('drain', () => flow(line));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.end();
        lines.delete(line);
      });
    }
    server.write(first);
    flow(line);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  /** Lets bytes through, or holds them, as the line's fault has it. */
  function flow({ host, browser, server }: Line): void {
    const fault = faults.get(host);
    if (fault === 'silent') browser.pause();
    else browser.resume();
    if (fault === 'silent' || fault === 'deaf') server.pause();
    else server.resume();
  }

  return {
    port: (proxy.address() as AddressInfo).port,
    cut(host, fault) {
      faults.set(host, fault);
      for (const line of lines) {
        if (line.host !== host) continue;
        if (fault === 'reset') line.browser.resetAndDestroy();
        else flow(line);
      }
    },
    mend(host) {
      faults.delete(host);
      for (const line of lines) if (line.host === host) flow(line);
    },
    shut: (host, path) => void shut.set(host, path),
    drop(host, path) {
      for (const line of lines) {
        if (line.host === host && path.test(line.path)) line.browser.resetAndDestroy();
      }
    },
    close: async () => {
      proxy.close();
      for (const { browser, server } of lines) {
        browser.destroy();
        server.destroy();
      }
    },
  };
}
