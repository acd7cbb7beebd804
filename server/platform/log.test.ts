import { expect, test } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';
import { describeError } from './log.ts';

test('what a log says of a failed query holds neither values, nor rows, nor the statement', async () => {
  const { database, drop } = await createTestDatabase();
  const secret = 'Kjære dagbok';
  const failures = [
    () => database.execute(`select '${secret}'::int`),
    () => database.$client.query('insert into write_probe values ($1, now())', [secret]),
    () =>
      database.execute(
        `insert into migration (name, checksum) values ('${secret}', ''), ('${secret}', '')`,
      ),
  ];
  for (const fail of failures) {
    const error = await fail().then(
      () => null,
      (reason: unknown) => reason,
    );
    const said = JSON.stringify(describeError(error));
    expect(said).toContain('"code":"2');
    expect(said).toContain('stack');
    expect(said).not.toContain('dagbok');
  }
  await drop();
});

test('JSON that did not parse is not quoted; an error of our own keeps its words', () => {
  const parse = () => JSON.parse('Kjære dagbok');
  let thrown: unknown;
  try {
    parse();
  } catch (error) {
    thrown = error;
  }
  expect(JSON.stringify(describeError(thrown))).not.toContain('dagbok');
  expect(describeError(new Error('no such channel'))).toMatchObject({ message: 'no such channel' });
});
