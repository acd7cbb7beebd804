import { expectSound, inbound } from '../media.ts';
import { expect } from '../people.ts';
import { microphone } from '../seminar.ts';
import { test, useRelay } from './relayed.ts';

useRelay();

test('F8 sound that stops coming in, while the line is well, comes back without anybody doing anything', async ({
  teacher,
  student,
  lines,
}) => {
  await microphone(teacher).click();
  await expectSound(student.page);

  lines.loseStreams();
  const bytes = async () => (await inbound(student.page)).audioBytes;
  await expect
    .poll(
      async () => {
        const before = await bytes();
        await student.page.waitForTimeout(1_500);
        return (await bytes()) - before;
      },
      { timeout: 20_000, message: 'silence' },
    )
    .toBe(0);
  // Nothing ends, so nothing tells: after six seconds the sound is taken anew, after six more the whole line is.
  const silent = await inbound(student.page);
  await expect
    .poll(async () => (await inbound(student.page)).audioEnergy - silent.audioEnergy, {
      timeout: 60_000,
      message: 'heard again',
    })
    .not.toBe(0);
  await expectSound(student.page);
  await expect(microphone(student)).toHaveText('Mikrofon av');
});
