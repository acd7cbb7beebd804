import { expect, test } from 'vitest';
import { type LineStat, wayOf } from './line-way.ts';

const line = (candidate: object, pair: object = {}, transport = 'pair'): LineStat[] => [
  { id: 'other', type: 'candidate-pair', localCandidateId: 'unused' },
  { id: 'unused', type: 'local-candidate', protocol: 'tcp' },
  { id: 'transport', type: 'transport', selectedCandidatePairId: transport },
  { id: 'pair', type: 'candidate-pair', localCandidateId: 'own', ...pair },
  { id: 'own', type: 'local-candidate', ...candidate },
];

test('F1 sound and picture by UDP come through as they should', () => {
  expect(wayOf(line({ protocol: 'udp' }))).toBe('direct');
  expect(wayOf(line({ protocol: 'udp', relayProtocol: 'udp' }))).toBe('direct');
});

test('F1 what goes by TCP, or by UDP to a relay that is reached by TLS, is a detour', () => {
  expect(wayOf(line({ protocol: 'tcp' }))).toBe('detour');
  expect(wayOf(line({ protocol: 'udp', relayProtocol: 'tls' }))).toBe('detour');
});

test('F1 Firefox marks the pair that is used', () => {
  const stats = line({ protocol: 'udp' }, { selected: true }).filter(
    ({ type }) => type !== 'transport',
  );
  expect(wayOf(stats)).toBe('direct');
});

test('F1 a line without a pair carries nothing', () => {
  expect(wayOf([])).toBe('blocked');
  expect(wayOf(line({ protocol: 'udp' }, {}, 'gone'))).toBe('blocked');
});
