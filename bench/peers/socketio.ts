// Bare Socket.IO (sign S): one room, broadcast, an acknowledgement; no rights, nothing stored.
//   node bench/peers/socketio.ts <port> [recovery]
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port, recovery] = process.argv.slice(2);
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  ...(recovery === 'recovery'
    ? { connectionStateRecovery: { maxDisconnectionDuration: 120_000 } }
    : {}),
});

io.on('connection', (socket) => {
  const by = randomUUID();
  socket.join('everybody');
  socket.on('post', ({ text }: { text: string }, reply: (answer: unknown) => void) => {
    // The same content as one of our own messages.
    const message = { id: randomUUID(), by, byName: 'Kari Nordmann', at: Date.now(), text };
    io.to('everybody').emit('message', { ...message, replyTo: null, editedAt: null });
    reply({ ok: true });
  });
});

http.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
