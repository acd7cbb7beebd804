import { expect, test } from 'vitest';
import type { GuestDoor } from '#shared/features/session/guest/model.ts';
import type { GuestAnswer, guestApi } from './guest-api.ts';
import { createGuestDoor } from './guest-door.ts';

const door = { sessionId: 'økt', title: 'Samtale', visit: 'first' } as unknown as GuestDoor;
const no = (problem: string, retryAfterMs?: number) =>
  ({ ok: false, problem, retryAfterMs }) as GuestAnswer<never>;

function standing(looks: GuestAnswer<GuestDoor>, enters: GuestAnswer<{ sessionId: never }>) {
  const api = { look: async () => looks, enter: async () => enters } as typeof guestApi;
  return createGuestDoor('hemmelig', api);
}

test('F5 GUEST-3 a link that opens leads in', async () => {
  const guest = standing(
    { ok: true, value: door },
    { ok: true, value: { sessionId: 'økt' as never } },
  );
  await guest.look();
  expect(guest.state()).toMatchObject({ at: 'door', entering: false });
  const entering = guest.enter('Gro');
  expect(guest.state()).toMatchObject({ at: 'door', entering: true });
  await entering;
  expect(guest.state()).toEqual({ at: 'in', came: { sessionId: 'økt' } });
});

test('GUEST-7 a link that opens nothing says so, whichever way it came to that', async () => {
  for (const [problem, state] of [
    ['link-over', { at: 'closed', why: 'link-over' }],
    ['link-used', { at: 'closed', why: 'link-used' }],
    ['bad-input', { at: 'closed', why: 'link-over' }],
    ['offline', { at: 'unreachable', why: 'offline' }],
  ] as const) {
    const guest = standing(no(problem), no('fault'));
    await guest.look();
    expect(guest.state()).toEqual(state);
  }
  const waits = standing(no('too-many-tries', 61_000), no('fault'));
  await waits.look();
  expect(waits.state()).toEqual({ at: 'too-many', minutes: 2 });
});

test('GUEST-5 a name that is refused leaves the door open, and a link withdrawn meanwhile closes it', async () => {
  const named = standing({ ok: true, value: door }, no('name-too-long'));
  await named.look();
  await named.enter('ø'.repeat(200));
  expect(named.state()).toMatchObject({ at: 'door', entering: false, problem: 'name-too-long' });
  const late = standing({ ok: true, value: door }, no('link-over'));
  await late.look();
  await late.enter('Gro');
  expect(late.state()).toEqual({ at: 'closed', why: 'link-over' });
});
