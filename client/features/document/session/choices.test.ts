import { expect, it } from 'vitest';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { choicesIn } from './choices.ts';

const item = (
  documentId: string,
  kind: DocumentItem['kind'],
  { isNote = false, mine = true } = {},
) => ({ documentId, kind, isNote, mine }) as DocumentItem;

it('F22 DOC-40 everything one may read can be opened in a session, what is written in it first, and nothing twice', () => {
  const ofSession = [item('note', 'session', { isNote: true }), item('board', 'session')];
  const readable = [
    ...[item('template', 'template'), item('mine', 'personal'), item('course', 'course')],
    ...[item('theirs', 'group', { mine: false }), item('lent', 'personal', { mine: false })],
    ...[item('last-week', 'session'), item('ours', 'group'), ...ofSession],
  ];
  const choices = choicesIn(ofSession, readable).map(({ nearness, items }) => [
    nearness,
    items.map(({ documentId }) => documentId),
  ]);
  expect(choices).toEqual([
    ['here', ['board']],
    ['group', ['ours']],
    ['followed', ['theirs']],
    ['course', ['course']],
    ['personal', ['mine']],
    ['shared', ['lent']],
    ['session', ['last-week']],
    ['template', ['template']],
  ]);
  expect(choicesIn([item('note', 'session', { isNote: true })], [])).toEqual([]);
});
