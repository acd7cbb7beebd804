import type { Accessor, JSX } from 'solid-js';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { watchSignIn } from '../../identity/public.ts';
import { WhenLine } from './SessionCard.tsx';
import { canJoin, lockInWords, whoIsIn } from './session-door.ts';
import { words } from './words.ts';

/** Somebody may come or go at any moment; whoever is on the way in sees it before long. */
const FRESH_MS = 20_000;

/** A session as one meets it on the way in: when, which and how many are there, and whether one may go in. */
export function createEntrance(sessionId: Accessor<SessionId>): {
  readonly when: () => JSX.Element;
  readonly about: () => JSX.Element;
  /** Also while the door has not answered: the room itself tells then. */
  readonly open: Accessor<boolean>;
  /** Whether one may be in it at all, today or another day. */
  readonly invited: Accessor<boolean>;
} {
  const t = useWords(words);
  const query = createQuery(sessionDoor, () => ({ sessionId: sessionId() }));
  refetchEvery(FRESH_MS, query);
  watchSignIn(query.state);
  const unknown = () => {
    const now = query.state();
    return now.status === 'failed' && ['not-found', 'bad-input'].includes(now.refusal);
  };
  const whoIsThere = () => {
    const door = query.value();
    if (!door) return unknown() && `${t().unknown}. ${t().unknownAbout}`;
    if (door.door !== 'open') return t().door[door.door];
    if (!canJoin(door)) return t().notInvitedHere;
    return `${whoIsIn(door, t())} ${lockInWords(door, t())}`.trim();
  };
  return {
    when: () => {
      const door = query.value();
      return door?.door === 'open' && <WhenLine door={door} startsAt={door.startsAt} />;
    },
    about: () => (
      <>
        <span lang={PROGRAMME_LANGUAGE}>{query.value() && `${query.value()?.title}.`}</span>{' '}
        {whoIsThere()}
      </>
    ),
    open: () => {
      const door = query.value();
      return door ? canJoin(door) : !unknown();
    },
    invited: () => query.value()?.mayJoin ?? !unknown(),
  };
}
