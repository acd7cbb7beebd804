import { afterAll, beforeAll, expect, test } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import { hasLowEnergy } from '../public.ts';
import { openSchool, type TestSchool } from '../sign-in/test-school.ts';

let school: TestSchool;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const PATH = '/api/me/appearance';

test('F79 LOOK-1 what one has chosen follows to whatever one signs in on, and is nobody else’s', async () => {
  const { email, personId } = await school.person();
  const cookie = await school.enter(email);
  expect((await school.ask('GET', '/api/door', { cookie })).body).toMatchObject({
    signedIn: { appearance: USUAL_APPEARANCE },
  });
  const chosen = { ...USUAL_APPEARANCE, textSize: 'larger', font: 'lexend', lowEnergy: true };
  for (const body of [{ ...chosen, theme: 'dark' }, chosen])
    expect(await school.ask('PUT', PATH, { cookie, body })).toMatchObject({ status: 200 });

  const elsewhere = await school.enter(email);
  expect((await school.ask('GET', '/api/door', { cookie: elsewhere })).body).toMatchObject({
    signedIn: { appearance: chosen },
  });
  expect(await hasLowEnergy(school.test.database, personId)).toBe(true);
  const other = await school.person();
  expect(await hasLowEnergy(school.test.database, other.personId)).toBe(false);
});

test('LOOK-1 what is no such choice is refused, and changes nothing', async () => {
  const { email, personId } = await school.person();
  const cookie = await school.enter(email);
  const body = { ...USUAL_APPEARANCE, lowEnergy: true };
  await school.ask('PUT', PATH, { cookie, body });
  for (const wrong of [{}, { ...body, font: 'x' }, { ...body, lowEnergy: 'no' }, [], null])
    expect(await school.ask('PUT', PATH, { cookie, body: wrong })).toMatchObject({
      body: { refusal: 'bad-input' },
    });
  expect(await school.ask('PUT', PATH, { body })).toMatchObject({
    body: { refusal: 'signed-out' },
  });
  expect(await hasLowEnergy(school.test.database, personId)).toBe(true);
});
