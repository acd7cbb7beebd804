import { expect, test } from 'vitest';
import { roomOfPass } from './pass-room.ts';

const pass = (claims: object) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

test('BREAKOUT-14 a pass says which room it is for', () => {
  expect(roomOfPass(pass({ name: 'Åse Ødegård ?>', video: { room: 'a-breakout' } }))).toBe(
    'a-breakout',
  );
  for (const none of ['', 'a.b', pass({}), pass({ video: {} }), pass({ video: { room: 1 } })])
    expect(roomOfPass(none)).toBeUndefined();
});
