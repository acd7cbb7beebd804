/**
 * The kinds of things of a school, in the order in which the page tells of them, and what one can do with each: by row of
 * docs/access.md §2, and which part of its cells. A row that is not built is on no list.
 */
export const KINDS = [
  { kind: 'session', parts: [{ what: 'join', row: 9, part: 0 }] },
  { kind: 'names', parts: [{ what: 'see', row: 2, part: 0 }] },
  {
    kind: 'chat',
    parts: [
      { what: 'readAndWrite', row: 14, part: 0 },
      { what: 'hide', row: 15, part: 1 },
    ],
  },
  { kind: 'teamLine', parts: [{ what: 'readAll', row: 16, part: 1 }] },
  { kind: 'pause', parts: [{ what: 'see', row: 17, part: 1 }] },
  { kind: 'namedPoll', parts: [{ what: 'see', row: 19, part: 0 }] },
  { kind: 'anonymousPoll', parts: [{ what: 'see', row: 20, part: 0 }] },
  { kind: 'passed', parts: [{ what: 'see', row: 22, part: 0 }] },
  { kind: 'room', parts: [{ what: 'hearAndSee', row: 25, part: 0 }] },
  { kind: 'recording', parts: [{ what: 'make', row: 27, part: 0 }] },
  {
    kind: 'groupDocument',
    parts: [
      { what: 'read', row: 29, part: 0 },
      { what: 'write', row: 29, part: 1 },
      { what: 'seeShares', row: 30, part: 1 },
    ],
  },
  {
    kind: 'sessionDocument',
    parts: [
      { what: 'read', row: 31, part: 0 },
      { what: 'write', row: 31, part: 1 },
    ],
  },
  {
    kind: 'ownDocument',
    parts: [
      { what: 'write', row: 33, part: 0 },
      { what: 'read', row: 33, part: 1 },
    ],
  },
  {
    kind: 'material',
    parts: [
      { what: 'read', row: 32, part: 0 },
      { what: 'write', row: 32, part: 1 },
    ],
  },
  {
    kind: 'assignment',
    parts: [
      { what: 'read', row: 36, part: 1 },
      { what: 'set', row: 36, part: 0 },
    ],
  },
  {
    kind: 'submission',
    parts: [
      { what: 'write', row: 37, part: 0 },
      { what: 'read', row: 37, part: 1 },
    ],
  },
  {
    kind: 'attendance',
    parts: [
      { what: 'see', row: 42, part: 0 },
      { what: 'correct', row: 42, part: 1 },
    ],
  },
  {
    kind: 'concern',
    parts: [
      { what: 'write', row: 54, part: 0 },
      { what: 'readSent', row: 54, part: 1 },
    ],
  },
  { kind: 'profile', parts: [{ what: 'change', row: 56, part: 0 }] },
  { kind: 'addresses', parts: [{ what: 'see', row: 3, part: 0 }] },
  {
    kind: 'calendar',
    parts: [
      { what: 'see', row: 1, part: 0 },
      { what: 'plan', row: 7, part: 0 },
      { what: 'setUp', row: 6, part: 0 },
    ],
  },
  {
    kind: 'cohort',
    parts: [
      { what: 'see', row: 65, part: 0 },
      { what: 'moveAndTakeOut', row: 4, part: 2 },
      { what: 'makeGroups', row: 4, part: 3 },
    ],
  },
  {
    kind: 'people',
    parts: [
      { what: 'see', row: 60, part: 0 },
      { what: 'giveRoles', row: 5, part: 1 },
    ],
  },
  { kind: 'log', parts: [{ what: 'readAll', row: 45, part: 0 }] },
] as const;

export type Kind = (typeof KINDS)[number]['kind'];
export type What = (typeof KINDS)[number]['parts'][number]['what'];
