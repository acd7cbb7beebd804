import { useLocation } from '@solidjs/router';
import { For, lazy, type ParentProps, Suspense } from 'solid-js';
import { SEE_COHORTS } from '#shared/features/admin/cohort/policy.ts';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import type { Role } from '#shared/wire/access.ts';
import { isGuestAlone, who } from '../features/identity/public.ts';
import { mayHaveCalendar } from '../features/programme/public.ts';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { Icon } from '../ui/Icon.tsx';
import { assignmentIcon, calendarIcon, documentIcon, nowIcon, peopleIcon } from '../ui/icons.ts';
import { Mark } from '../ui/Mark.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { Corner } from './Corner.tsx';
import styles from './Frame.module.css';
import { LateAccountMenu } from './LateAccountMenu.tsx';
import { words } from './words.ts';

/** Hears of a new version of these pages, and is in no hurry. */
const NewVersion = lazy(
  comesLater(async () => ({ default: (await import('./NewVersion.tsx')).NewVersion })),
);
/** Row 36 of docs/access.md: for everybody else the page would be empty for ever. */
const HAVE_ASSIGNMENTS: readonly Role[] = ['student', 'teacher', 'studyAdviser'];

/** What stands around every page but the session room: the mark, the rail or bottom bar, and the account menu. */
export function Frame(props: ParentProps<{ person: SignedIn }>) {
  const t = useWords(words);
  const location = useLocation();
  const seesPeople = () => props.person.roles.some((role) => SEE_COHORTS.includes(role));
  const hasAssignments = () => props.person.roles.some((role) => HAVE_ASSIGNMENTS.includes(role));
  const places = () => [
    { path: '/', icon: nowIcon, name: t().now, here: location.pathname === '/' },
    ...(mayHaveCalendar()
      ? [
          {
            path: '/kalender',
            icon: calendarIcon,
            name: t().calendar,
            here: /^\/kalender(\/|$)/u.test(location.pathname),
          },
        ]
      : []),
    // A guest's documents are the session's.
    ...(isGuestAlone(props.person)
      ? []
      : [
          {
            path: '/dokumenter',
            icon: documentIcon,
            name: t().documents,
            here: /^\/dokument(er)?(\/|$)/u.test(location.pathname),
          },
        ]),
    ...(hasAssignments()
      ? [
          {
            path: '/oppgaver',
            icon: assignmentIcon,
            name: t().assignments,
            here: /^\/(oppgaver?|innlevering)(\/|$)/u.test(location.pathname),
          },
        ]
      : []),
    ...(seesPeople()
      ? [
          {
            path: '/folk',
            icon: peopleIcon,
            name: t().people,
            here: /^\/folk(\/|$)/u.test(location.pathname),
          },
        ]
      : []),
  ];
  /** As they have said a moment ago that they are called: the page around it stays (ForSignedIn). */
  const called = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person : props.person;
  };
  const isAt = (path: string) => location.pathname === path;
  return (
    <>
      <Suspense>
        <NewVersion me={props.person.personId} />
      </Suspense>
      <div class={styles.frame}>
        <SkipLink target="content">{t().skip}</SkipLink>
        <header class={styles.top}>
          <a class={styles.home} href="/" aria-label={t().toNow}>
            <Mark />
            <span class={styles.homeName}>Mellom</span>
          </a>
          {/* Where one goes comes before what is one's own, in the order of a desktop's rail; on a phone it stands at the foot. */}
          <nav class={styles.rail} aria-label={t().mainMenu}>
            <ul>
              <For each={places()}>
                {(place) => (
                  <li>
                    <a
                      href={place.path}
                      // Inside a place, it is still where one is; only its own page is "the page".
                      aria-current={place.here ? (isAt(place.path) ? 'page' : 'true') : undefined}
                    >
                      <Icon path={place.icon} />
                      <span>{place.name}</span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
          <Corner where="frame" />
          <div class={styles.account}>
            <LateAccountMenu person={called()} />
          </div>
        </header>
        <div class={styles.page}>
          <main id="content" tabindex="-1">
            {props.children}
          </main>
        </div>
      </div>
    </>
  );
}
