import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { CAN_READ_CONCERNS } from '#shared/features/care/concern/model.ts';
import { EDIT_PROGRAMME } from '#shared/features/programme/programme/policy.ts';
import type { Role } from '#shared/wire/access.ts';
import { createNextDue, DueFailed, DueRows } from '../features/assignment/NextDue.tsx';
import { createWayWithoutServer } from '../features/document/catalogue/documents-here.ts';
import { Waiting } from '../features/home/Waiting.tsx';
import { who } from '../features/identity/public.ts';
import { HomePage } from '../features/programme/public.ts';
import { NextSessionCard } from '../features/session/door/NextSessionCard.tsx';
import { comesLater } from '../platform/comes-later.ts';

const ConcernsToRead = lazy(
  comesLater(async () => ({
    default: (await import('../features/care/concern/ConcernsToRead.tsx')).ConcernsToRead,
  })),
);

const WithoutCalendar = lazy(
  comesLater(async () => ({
    default: (await import('./WithoutCalendar.tsx')).WithoutCalendar,
  })),
);

const BeginningSchool = lazy(
  comesLater(async () => ({
    default: (await import('./BeginningSchool.tsx')).BeginningSchool,
  })),
);

/** Nå: the programme's home page with the session's own card for what is next, and what waits. */
export function NowPage() {
  const withoutServer = createWayWithoutServer();
  const [beginning, setBeginning] = createSignal<boolean>();
  const holdsOne = (of: readonly Role[]) => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.some((role) => of.includes(role));
  };
  return (
    <HomePage
      invitations={() => (
        <Suspense>
          <WithoutCalendar />
        </Suspense>
      )}
      beginning={() => (
        <Show when={holdsOne(EDIT_PROGRAMME)}>
          <Suspense>
            <BeginningSchool onKnown={setBeginning} />
          </Suspense>
        </Show>
      )}
      // Until it is known, nothing stands where the first steps may come.
      isBeginning={() => holdsOne(EDIT_PROGRAMME) && beginning() !== false}
      toRead={() => (
        <Show when={holdsOne(CAN_READ_CONCERNS)}>
          <Suspense>
            <ConcernsToRead />
          </Suspense>
        </Show>
      )}
      due={() => <WhatWaits />}
      withoutServer={withoutServer}
      nextCard={(next) => (
        <NextSessionCard
          sessionId={next().id}
          title={next().title}
          startsAt={next().startsAt}
          runs={next().status === 'live'}
        />
      )}
    />
  );
}

/** What waits for somebody, what is to be handed in first. */
function WhatWaits() {
  const due = createNextDue();
  return (
    <Waiting
      rows={<DueRows due={due} />}
      hasRows={due.items().length > 0}
      failed={due.isUnknown() && <DueFailed due={due} />}
    />
  );
}
