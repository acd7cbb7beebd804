// Plain ws (sign W): every message goes to every line, and is acknowledged; no rights, nothing stored.
//   node bench/peers/ws.ts <port>
import { randomUUID } from 'node:crypto';
import { WebSocketServer } from 'ws';

const [port] = process.argv.slice(2);
const server = new WebSocketServer({
  port: Number(port),
  host: '127.0.0.1',
  perMessageDeflate: false,
});

server.on('connection', (line) => {
  const by = randomUUID();
  line.on('message', (frame) => {
    const { ask, text } = JSON.parse(String(frame)) as { ask: number; text: string };
    // The same content as one of our own messages.
    const message = { id: randomUUID(), by, byName: 'Kari Nordmann', at: Date.now(), text };
    const everybody = JSON.stringify({ ...message, replyTo: null, editedAt: null });
    for (const other of server.clients) other.send(everybody);
    line.send(JSON.stringify({ answer: ask }));
  });
});

server.on('listening', () => process.send?.('ready'));
