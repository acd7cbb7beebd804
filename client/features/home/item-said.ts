import type { WaitingItem } from '#shared/features/home/queries.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { words } from './words.ts';

type Said = { readonly name: string; readonly about: string; readonly href?: string };

/** What waits, in words, and where one press leads. */
export function itemSaid(item: WaitingItem, t: (typeof words)['nb']): Said {
  switch (item.kind) {
    case 'role-asked':
      return { name: t.roleAsked[item.role], about: t.roleAskedAbout };
    case 'own-attendance':
      return {
        name: t.attendance(item.courseCode),
        about: t.attendanceAbout[item.state],
        href: '/oppmote',
      };
    case 'no-cohort':
      return { name: t.noCohort, about: t.noCohortAbout };
    case 'sessions-today':
      return { name: t.today(item.count), about: t.todayAbout, href: '/kalender' };
    case 'letters-failing':
      return { name: t.lettersFailing(item.count), about: t.lettersFailingAbout, href: '/folk' };
    case 'invitations-expired':
      return { name: t.expired(item.count), about: t.expiredAbout, href: '/folk' };
    case 'second-yes':
      return { name: t.secondYes(item.count), about: t.secondYesAbout, href: '/folk' };
    case 'low-attendance':
      return { name: t.low(item.count), about: t.lowAbout, href: '/oppmote' };
    default:
      return assertNever(item);
  }
}
