import { createSignal } from 'solid-js';
import {
  CELL_LENGTH_MAX,
  type ListedLine,
  type ListReading,
  type ListRefusal,
} from '#shared/features/admin/list/model.ts';
import { peopleOf } from '#shared/features/admin/list/people.ts';
import { rowsOf } from '#shared/features/admin/list/rows.ts';
import type { WelcomeFault } from '#shared/features/admin/welcome/model.ts';
import { type CallId, uuidV7 } from '#shared/kernel/ids.ts';
import type { UniversalRefusal } from '#shared/wire/contract.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { decodeList, LIST_FILE_BYTES_MAX } from './decode.ts';
import type { sendList } from './send-list.ts';

/** Those whom nothing stands in the way of, and the others. */
export const readyOf = (lines: readonly ListedLine[]) =>
  lines.filter(({ fault }) => fault === null);
export const faultyOf = (lines: readonly ListedLine[]) =>
  lines.filter(({ fault }) => fault !== null);

export type ListProblem = ListRefusal['why'] | 'file-too-large' | 'file-unreadable';
type Problem = { readonly why: ListProblem; readonly line: number };

/**
 * A list of people on its way to be invited. Those that are ready go together or not at all; what the server knows against one
 * of them comes to stand at its line, and then nobody has been invited.
 */
export function createList(reading: () => ListReading, send: typeof sendList) {
  const [text, setText] = createSignal('');
  /** Of what was never taken in: a field that holds one line of a million signs stands still for minutes. */
  const [outside, setOutside] = createSignal<Problem>();
  /** Of lines that were sent as they stand: what the server said. */
  const [said, setSaid] = createSignal<ReadonlyMap<number, WelcomeFault>>(new Map());
  const [state, setState] = createSignal<'writing' | 'sending'>('writing');
  const [invited, setInvited] = createSignal<number>();
  const [refusal, setRefusal] = createSignal<UniversalRefusal | 'offline'>();
  /** Of this list as it stands: sent again after a lost answer, it is the same call. */
  let call: { readonly of: string; readonly id: CallId } | undefined;

  const read = () => (text().trim() === '' ? undefined : rowsOf(text()));
  const problem = (): Problem | undefined => {
    const refused = outside();
    if (refused) return refused;
    const rows = read();
    return rows && !rows.ok ? rows.refusal : undefined;
  };
  const lines = (): readonly ListedLine[] => {
    const rows = read();
    if (!rows?.ok) return [];
    const fromServer = said();
    return peopleOf(rows.rows, reading(), serverNow()).map((one) => ({
      ...one,
      fault: one.fault ?? fromServer.get(one.line) ?? null,
    }));
  };

  function write(written: string): void {
    setOutside(undefined);
    setInvited(undefined);
    setRefusal(undefined);
    setSaid(new Map());
    setText(written);
  }

  function refuse(refused: Problem): void {
    write('');
    setOutside(refused);
  }

  async function take(file: File): Promise<void> {
    if (file.size > LIST_FILE_BYTES_MAX) return refuse({ why: 'file-too-large', line: 0 });
    try {
      const written = decodeList(new Uint8Array(await file.arrayBuffer()));
      const rows = rowsOf(written);
      // A quote that is left open is closed in the field.
      if (rows.ok || rows.refusal.why === 'quote-left-open') write(written);
      else refuse(rows.refusal);
    } catch {
      refuse({ why: 'file-unreadable', line: 0 });
    }
  }

  /** Looks at what is pasted before the field gets it. @returns whether the field may */
  function mayPaste(pasted: string): boolean {
    const rows = pasted.length > CELL_LENGTH_MAX ? rowsOf(pasted) : undefined;
    if (!rows || rows.ok || rows.refusal.why !== 'cell-too-long') return true;
    refuse(rows.refusal);
    return false;
  }

  async function invite(): Promise<void> {
    const going = readyOf(lines());
    if (state() === 'sending' || going.length === 0) return;
    setState('sending');
    setRefusal(undefined);
    const people = going.map(({ written }) => written);
    const answer = await send(callOf(JSON.stringify(people)), people);
    setState('writing');
    if (!answer.ok) return void setRefusal(answer.refusal);
    if (answer.faults.length === 0) {
      write('');
      setInvited(answer.invited);
      return;
    }
    const lineOf = (at: number) => going[at]?.line ?? 0;
    setSaid(
      new Map([...said(), ...answer.faults.map(({ at, fault }) => [lineOf(at), fault] as const)]),
    );
  }

  function callOf(content: string): CallId {
    if (call?.of !== content) {
      const id = uuidV7<'call'>(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      call = { of: content, id };
    }
    return call.id;
  }

  return { text, write, take, mayPaste, problem, lines, invite, state, invited, refusal };
}
