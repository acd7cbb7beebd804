import { lazy, Show, Suspense } from 'solid-js';
import { CAN_READ_CONCERNS } from '#shared/features/care/concern/model.ts';
import { NextDue } from '../features/assignment/NextDue.tsx';
import { createWayWithoutServer } from '../features/document/catalogue/documents-here.ts';
import { who } from '../features/identity/public.ts';
import { HomePage } from '../features/programme/public.ts';
import { Invitations } from '../features/session/door/Invitations.tsx';
import { NextSessionCard } from '../features/session/door/NextSessionCard.tsx';
import { comesLater } from '../platform/comes-later.ts';

const ConcernsToRead = lazy(
  comesLater(async () => ({
    default: (await import('../features/care/concern/ConcernsToRead.tsx')).ConcernsToRead,
  })),
);

/** Nå: the programme's home page with the session's own card for what is next, and what is to be handed in. */
export function NowPage() {
  const withoutServer = createWayWithoutServer();
  const mayReadConcerns = () => {
    const now = who();
    return (
      now.status === 'signed-in' &&
      now.person.roles.some((role) => CAN_READ_CONCERNS.includes(role))
    );
  };
  return (
    <HomePage
      invitations={() => <Invitations />}
      due={() => (
        <>
          <Show when={mayReadConcerns()}>
            <Suspense>
              <ConcernsToRead />
            </Suspense>
          </Show>
          <NextDue />
        </>
      )}
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
