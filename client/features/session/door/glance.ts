import { type Accessor, createMemo } from 'solid-js';
import {
  ownInvitations,
  type SessionGlance,
  sessionDoor,
} from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { mayHaveCalendar } from '../../programme/public.ts';

/** As often as on Nå: a door that opens while somebody waits lets them in by itself. */
const FRESH_MS = 20_000;

/**
 * A session from outside its door, asked again and again until Solid cleans up: for those in whose calendar it stands, and
 * for those who only have an invitation to it (access.md rows 1 and 9).
 */
export function createGlance(sessionId: SessionId): {
  readonly asked: Accessor<boolean>;
  readonly glance: Accessor<SessionGlance | undefined>;
} {
  const door = createMemo(() => {
    if (!mayHaveCalendar()) return undefined;
    const query = createQuery(sessionDoor, () => ({ sessionId }));
    refetchEvery(FRESH_MS, query);
    return query;
  });
  const isUnseen = createMemo(() => {
    const now = door()?.state();
    return !now || (now.status === 'failed' && now.refusal === 'not-found');
  });
  const invitations = createMemo(() => {
    if (!isUnseen()) return undefined;
    const query = createQuery(ownInvitations, () => ({}));
    refetchEvery(FRESH_MS, query);
    return query;
  });
  return {
    asked: () => (invitations() ?? door())?.state().status !== 'loading',
    glance: () =>
      invitations()
        ?.value()
        ?.sessions.find((one) => one.sessionId === sessionId) ?? door()?.value(),
  };
}
