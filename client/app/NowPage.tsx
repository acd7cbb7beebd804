import { NextDue } from '../features/assignment/NextDue.tsx';
import { HomePage } from '../features/programme/public.ts';
import { Invitations } from '../features/session/door/Invitations.tsx';
import { NextSessionCard } from '../features/session/door/NextSessionCard.tsx';

/** Nå: the programme's home page with the session's own card for what is next, and what is to be handed in. */
export function NowPage() {
  return (
    <HomePage
      invitations={() => <Invitations />}
      due={() => <NextDue />}
      nextCard={(next) => (
        <NextSessionCard sessionId={next().id} title={next().title} startsAt={next().startsAt} />
      )}
    />
  );
}
