import { expect, test } from 'vitest';
import { guestMail } from './guest-mail.ts';

const NINE = Date.parse('2026-11-30T09:00:00+01:00');
const ADDRESS = 'https://mellom.example/gjest#hemmelig_-9';
const session = {
  ...{ title: 'Makt & språk?', courseCode: 'EK001T', courseTitle: 'Rollen', startsAt: NINE },
  endsAt: NINE + 2 * 60 * 60_000,
  notes: {
    ...{ topics: 'Å si nei,\nog bli værende.', workingForm: '', voluntary: '100 % av runden' },
    ...{ alternatives: '', version: 1 },
  },
};
const read = (href: string) => {
  const { protocol, pathname, searchParams, hash } = new URL(href);
  const said = { subject: searchParams.get('subject'), body: searchParams.get('body') };
  return { protocol, to: pathname, hash, ...said };
};

test('F39 F5 GUEST-12 a mail to a guest is begun with when, the session notes and the link', () => {
  expect(read(guestMail(session, ADDRESS, 'nb'))).toEqual({
    ...{ protocol: 'mailto:', to: '', hash: '' },
    subject: 'Invitasjon til «Makt & språk?»',
    body: [
      'Du er invitert til «Makt & språk?» (EK001T Rollen), mandag 30. november 2026, 09:00–11:00.',
      'Tema: Å si nei,\r\nog bli værende.',
      'Frivillig: 100 % av runden',
      `Slik kommer du inn:\r\n${ADDRESS}`,
      'Lenken er bare til deg. Du trenger ingen konto.',
    ].join('\r\n\r\n'),
  });
});

test.each(['nn', 'en'] as const)(
  'GUEST-12 in %s it says nothing of notes that nobody has written',
  (language) => {
    const notes = { topics: '', workingForm: '', voluntary: '', alternatives: '', version: 0 };
    const { body } = read(guestMail({ ...session, notes }, ADDRESS, language));
    expect(body?.split('\r\n\r\n')).toHaveLength(3);
    expect(body).toContain(ADDRESS);
  },
);
