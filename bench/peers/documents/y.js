// @y/websocket-server as it comes: in memory (sign Y), or storing in LevelDB (sign Yl).
//   node y.js <port> [folder of the database]
import http from 'node:http';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import WebSocket from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

const [port, folder] = process.argv.slice(2);

if (folder) {
  // The package's own binding, which it makes when YPERSISTENCE is set.
  const stored = new LeveldbPersistence(folder);
  setPersistence({
    provider: stored,
    bindState: async (name, doc) => {
      const before = await stored.getYDoc(name);
      stored.storeUpdate(name, Y.encodeStateAsUpdate(doc));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
      doc.on('update', (update) => stored.storeUpdate(name, update));
    },
    writeState: async () => {},
  });
}

const webSockets = new WebSocket.Server({ noServer: true });
webSockets.on('connection', setupWSConnection);
const server = http.createServer((_request, response) => response.end('okay'));
server.on('upgrade', (request, socket, head) => {
  webSockets.handleUpgrade(request, socket, head, (line) => {
    webSockets.emit('connection', line, request);
  });
});
server.listen(Number(port), '127.0.0.1');
