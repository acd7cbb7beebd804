import type { AttendanceSheet, Cell, Occasion } from '#shared/features/attendance/sheet/model.ts';
import { shareOf } from '#shared/features/attendance/sheet/rules.ts';
import { clockTime, dayAndTime } from '../../../platform/dates.ts';
import type { Table, TableCell } from '../../../platform/table-file.ts';
import { figureSaid } from '../presence/figure-said.ts';
import type { words as presenceWords } from '../presence/words.ts';
import { minutesOf } from './said.ts';
import type { words } from './words.ts';

type Said = {
  readonly t: (typeof words)['nb'];
  readonly presence: (typeof presenceWords)['nb'];
};

/** What an occasion is called in a file: with its date as spreadsheets sort it. */
function named({ title, length }: Occasion): string {
  return `${dayAndTime(length.from).day} ${title}`;
}

/** The table as a file has it, its occasions in the order of the screen: a row for each student, and for each occasion the figure and how it came about. */
export function tableOf(sheet: AttendanceSheet, { t, presence }: Said): Table {
  const { file } = t;
  const isOfDays = sheet.course === null;
  const sums = isOfDays ? [file.presentDays, file.ofDays] : [file.there, file.of, file.percent];
  const columns = sheet.occasions.flatMap((occasion) => {
    const name = named(occasion);
    return [occasion.kind === 'session' ? file.minutes(name) : name, file.source(name)];
  });
  const rows = sheet.people.map(({ displayName, totals, cells }) => {
    const { thereMs, ofMs, daysPresent, days } = totals;
    const sum = isOfDays
      ? [daysPresent, days]
      : [minutesOf(thereMs), minutesOf(ofMs), shareOf(totals)];
    return [displayName, ...sum, ...cells.flatMap((cell) => cellsOf(cell, { t, presence }))];
  });
  return [[t.student, ...sums, ...columns], ...rows];
}

function cellsOf(cell: Cell | null, { t, presence }: Said): TableCell[] {
  if (cell === null) return [null, t.notPlanned];
  const { figure } = cell;
  const source = presence.sources[figure.source];
  if (figure.kind === 'time') return [minutesOf(figure.thereMs), source];
  return [figure.present === null ? null : figureSaid(figure, presence), source];
}

/** Every correction, in the order of the people and their occasions. */
export function correctionsOf(sheet: AttendanceSheet, { t, presence }: Said): Table {
  const { file } = t;
  const heading = [t.student, file.occasion, file.when, file.by, file.before, file.after, t.reason];
  const rows = sheet.people.flatMap(({ displayName, cells }) =>
    sheet.occasions.flatMap((occasion, nth) =>
      (cells[nth]?.corrections ?? []).map(({ at, byName, before, after, reason }) => [
        ...[displayName, named(occasion), `${dayAndTime(at).day} ${clockTime(at)}`],
        ...[byName ?? presence.somebody, figureSaid(before, presence)],
        ...[figureSaid(after, presence), reason],
      ]),
    ),
  );
  return [heading, ...rows];
}
