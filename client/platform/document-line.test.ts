import { describe, expect, it } from 'vitest';
import {
  afterClose,
  type DocumentLine,
  type Ledger,
  type LedgerEvent,
  type LineEvent,
  nextLedger,
  nextLine,
  openLedger,
  saveState,
  wantsSocket,
} from './document-line.ts';

const WHOLE: DocumentLine = { status: 'whole' };
const walk = (from: DocumentLine, ...events: LineEvent[]) => events.reduce(nextLine, from);
const keep = (from: Ledger, ...events: LedgerEvent[]) => events.reduce(nextLedger, from);

describe('the line of a document', () => {
  it('X11 tries again after every loss that says nothing about us', () => {
    for (const code of [1006, 1001, 1011, 1012, 4429])
      expect(nextLine(WHOLE, { type: 'closed', code })).toEqual({
        status: 'offline',
        attempt: 1,
        trying: false,
      });
  });

  it('counts attempts, and is whole only when told so', () => {
    const third = walk(
      { status: 'connecting' },
      { type: 'closed', code: 1006 },
      { type: 'wait-over' },
      { type: 'closed', code: 1006 },
      { type: 'try-now' },
    );
    expect(third).toEqual({ status: 'offline', attempt: 2, trying: true });
    expect(wantsSocket(third)).toBe(true);
    expect(nextLine(third, { type: 'whole' })).toEqual(WHOLE);
  });

  it('stops where the server says no for good, and stays stopped', () => {
    expect(afterClose(4401)).toBe('signed-out');
    const refused = walk(WHOLE, { type: 'closed', code: 4410 });
    expect(refused).toEqual({ status: 'refused', why: 'quarantined' });
    expect(walk(refused, { type: 'try-now' }, { type: 'whole' })).toBe(refused);
    expect(wantsSocket(refused)).toBe(false);
  });

  it('is gone when the server, asked, does not know the document', () => {
    const lost = walk(WHOLE, { type: 'closed', code: 4403 });
    expect(nextLine(lost, { type: 'told', verdict: 'unknown' })).toEqual({
      ...{ status: 'offline', attempt: 1, trying: false },
    });
    expect(nextLine(lost, { type: 'told', verdict: 'gone' })).toEqual({ status: 'gone' });
  });
});

describe('what is saved', () => {
  it('DOC-26 "Lagret" is said only when all that was sent is stored', () => {
    const open = keep(openLedger(false), { type: 'caught-up' });
    expect(saveState(WHOLE, open, true)).toBe('saved');
    const typed = keep(
      open,
      { type: 'changed' },
      { type: 'sent' },
      { type: 'changed' },
      { type: 'sent' },
    );
    expect(saveState(WHOLE, typed, true)).toBe('saving');
    const half = keep(typed, { type: 'acked', count: 1 });
    expect(saveState(WHOLE, half, true)).toBe('saving');
    expect(saveState(WHOLE, keep(half, { type: 'acked', count: 2 }), true)).toBe('saved');
  });

  it('DOC-26 what was written without a line is not saved before this line was told of it', () => {
    const back = keep(openLedger(true), { type: 'sent' }, { type: 'acked', count: 1 });
    expect(saveState(WHOLE, back, true)).toBe('saving');
    expect(saveState(WHOLE, keep(back, { type: 'caught-up' }), true)).toBe('saved');
  });

  it('a lost line forgets its counts and keeps that something is unsaved', () => {
    const lost = keep(
      openLedger(false),
      { type: 'caught-up' },
      { type: 'changed' },
      { type: 'sent' },
      { type: 'line-lost' },
    );
    expect(lost).toEqual(openLedger(true));
    const offline: DocumentLine = { status: 'offline', attempt: 1, trying: false };
    expect(saveState(offline, lost, true)).toBe('offline-unsaved');
    expect(saveState(offline, lost, false), 'nothing keeps it: not promised').toBe('not-saved');
  });

  it('a count that cannot be is not believed', () => {
    const one = keep(
      openLedger(false),
      { type: 'caught-up' },
      { type: 'changed' },
      { type: 'sent' },
    );
    expect(keep(one, { type: 'acked', count: 7 })).toBe(one);
    expect(keep(one, { type: 'acked', count: 0 })).toBe(one);
  });

  it('DOC-26 a server that is silent too long is said to have saved nothing yet', () => {
    const waiting = keep(
      openLedger(false),
      { type: 'caught-up' },
      { type: 'changed' },
      { type: 'sent' },
    );
    const late = keep(waiting, { type: 'overdue' });
    expect(saveState(WHOLE, late, true)).toBe('not-saved');
    expect(saveState(WHOLE, keep(late, { type: 'acked', count: 1 }), true)).toBe('saved');
  });

  it('what was refused is never said to be saved', () => {
    expect(saveState({ status: 'refused', why: 'frozen' }, openLedger(true), true)).toBe(
      'not-saved',
    );
    expect(saveState({ status: 'gone' }, openLedger(true), true)).toBe('not-saved');
  });
});
