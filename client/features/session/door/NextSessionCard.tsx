import { Match, Switch } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { watchSignIn } from '../../identity/public.ts';
import { whenLeft } from '../leaving.ts';
import { SessionCard } from './SessionCard.tsx';
import { words } from './words.ts';

/** Somebody may come or go at any moment; the card is a glance, the roster is in the room. */
const FRESH_MS = 20_000;

export interface NextSessionCardProps {
  sessionId: SessionId;
  /** Shown until the door has answered, and when it does not. */
  title: string;
  startsAt: number;
}

/** The one next step: the session that runs now, with the way in, or the next one with its date. */
export function NextSessionCard(props: NextSessionCardProps) {
  const t = useWords(words);
  const query = createQuery(sessionDoor, () => ({ sessionId: props.sessionId }));
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  whenLeft(query.refetch);
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['card']} />
      </Match>
      <Match when={true}>
        <SessionCard {...props} door={query.value()} aboutPath={`/okt/${props.sessionId}/om`} />
      </Match>
    </Switch>
  );
}
