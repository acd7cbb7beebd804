import { once } from 'node:events';
import { createServer, type IncomingMessage, request as requestHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** What a browser sends by itself and a program cannot be told to. */
type FromBrowser = { readonly cookie: string; readonly origin?: string };

export type Door = { readonly url: string; readonly close: () => void };

/** An address on this machine through which a program without cookies comes to ours as a page does. */
export async function openDoor(url: string, { cookie, origin = url }: FromBrowser): Promise<Door> {
  const door = createServer();
  const passOn = (request: IncomingMessage) =>
    requestHttp(new URL(request.url ?? '', url), {
      headers: { ...request.headers, host: new URL(url).host, origin, cookie },
    });
  door.on('request', (request, response) => {
    const ask = passOn(request);
    ask.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500);
      answer.pipe(response);
    });
    ask.on('error', () => response.destroy());
    ask.end();
  });
  door.on('upgrade', (request: IncomingMessage, near: Duplex) => {
    near.on('error', () => undefined);
    const ask = passOn(request);
    ask.on('upgrade', (answer, far, head) => {
      far.on('error', () => undefined);
      const lines = answer.rawHeaders.map((text, at) => `${text}${at % 2 ? '\r\n' : ': '}`);
      near.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      near.write(head);
      far.pipe(near).pipe(far);
      far.on('close', () => near.destroy());
      near.on('close', () => far.destroy());
    });
    ask.on('response', (answer) =>
      near.end(`HTTP/1.1 ${answer.statusCode} Refused\r\ncontent-length: 0\r\n\r\n`),
    );
    ask.on('error', () => near.destroy());
    ask.end();
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return {
    url: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    close: () => {
      door.close();
      door.closeAllConnections();
    },
  };
}
