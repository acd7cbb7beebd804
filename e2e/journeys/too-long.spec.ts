import { MESSAGE_LENGTH_MAX } from '#shared/features/session/chat/model.ts';
import { expect, test } from '../people.ts';
import { chatField, join } from '../room.ts';

test('F78 F13 a message that is too long is refused aloud, at each press, and stays to be shortened', async ({
  student,
  session,
}) => {
  const { page } = student;
  await join(student, session);
  const field = chatField(page);
  const written = 'x'.repeat(MESSAGE_LENGTH_MAX + 5);
  const refusals = () =>
    page.evaluate(() => window.saidAloud.filter((said) => said.includes('5 tegn for mye')).length);
  await field.fill(written);
  await expect(page.getByText('5 tegn for mye')).toBeVisible();
  expect(await refusals(), 'nothing is said while one writes').toBe(0);
  await field.press('Enter');
  await expect.poll(refusals).toBe(1);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(refusals).toBe(2);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(written);
});
