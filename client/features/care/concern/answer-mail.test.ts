import { expect, test } from 'vitest';
import { answerMail } from './answer-mail.ts';

test('CONCERN-9 an answer by mail names whoever is answered, and nothing else', () => {
  const mail = new URL(answerMail('Kari Nordmann', 'nb'));
  expect(mail.pathname, 'no address').toBe('');
  expect(mail.searchParams.get('subject')).toBe('Takk for at du skrev til meg');
  expect(mail.searchParams.get('body')).toBe('Hei, Kari Nordmann.\r\n\r\n');
});
