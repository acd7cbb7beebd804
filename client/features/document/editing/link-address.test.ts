import { expect, it } from 'vitest';
import { linkAddress } from './link-address.ts';

it('completes what people write', () => {
  expect(linkAddress(' lovdata.no/lov ')).toBe('https://lovdata.no/lov');
  expect(linkAddress('http://helsenorge.no')).toBe('http://helsenorge.no/');
  expect(linkAddress('anne@skolen.no')).toBe('mailto:anne@skolen.no');
  expect(linkAddress('nrk.no:8443/sted')).toBe('https://nrk.no:8443/sted');
});

it('DOC-29 a link leads to the web or to a mailbox, and nowhere else', () => {
  const bad = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:x',
    'vbscript:x',
    'tel:22334455',
    'sms:2233',
    'ftp://skolen.no',
    '/her',
    'to ord',
    'ord',
    '',
  ];
  for (const text of bad) expect(linkAddress(text), text).toBeUndefined();
});
