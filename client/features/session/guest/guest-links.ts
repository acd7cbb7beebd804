import { createMemo, createSignal } from 'solid-js';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import { makeGuestLink, withdrawGuestLink } from '#shared/features/session/guest/commands.ts';
import { guestLinks } from '#shared/features/session/guest/queries.ts';
import { latestUntil } from '#shared/features/session/guest/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { GuestLinkId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { hashOf, newSecret } from '../../../platform/secrets.ts';
import { words } from './words.ts';

/** Somebody may have come by one meanwhile, and other teachers make them too. */
const FRESH_MS = 10_000;
/** How far apart the times lie that a link can end at. */
const STEP_MS = 15 * MINUTE_MS;

/** What opens the links that were made on this page; nobody else has it, and it goes with the page. */
const [made, setMade] = createSignal<ReadonlyMap<GuestLinkId, string>>(new Map());

export type GuestLinksStore = ReturnType<typeof createGuestLinks>;

/** A session's guest links, for its teachers: asked again and again until Solid cleans up. */
export function createGuestLinks(sessionId: SessionId) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const query = createQuery(guestLinks, () => ({ sessionId }));
  refetchEvery(FRESH_MS, query);
  const [making, setMaking] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const links = createMemo(() => query.value()?.links ?? []);
  return {
    links,
    query,
    making,
    problem,
    forgetProblem: () => setProblem(undefined),
    isOver: () => query.value()?.isOver === true,
    /** When a link can end: whole quarters within the session that are still to come. */
    times: createMemo<readonly number[]>(() => {
      const known = query.value();
      if (!known) return [];
      const first = Math.ceil((Math.max(known.startsAt, known.now) + 1) / STEP_MS) * STEP_MS;
      const times: number[] = [];
      for (let at = first; at < latestUntil(known); at += STEP_MS) times.push(at);
      return times;
    }),
    /** Where the link leads, on the page that made it. */
    addressOf: (id: GuestLinkId): string | undefined => {
      const secret = made().get(id);
      return secret === undefined ? undefined : `${window.location.origin}/gjest#${secret}`;
    },
    /** The new link's id; undefined when there is none, and why is said. */
    async make(link: {
      readonly note: string;
      readonly as: GuestAs;
      readonly untilAt: number | null;
    }): Promise<GuestLinkId | undefined> {
      if (making()) return undefined;
      setMaking(true);
      setProblem(undefined);
      const secret = newSecret();
      const outcome = await live.send(
        makeGuestLink,
        { sessionId, tokenHash: await hashOf(secret), ...link },
        { lasting: false },
      );
      setMaking(false);
      query.refetch();
      if (!outcome.ok) {
        setProblem({ ...refusals(), ...t().makeRefusals }[outcome.refusal]);
        return undefined;
      }
      const { id } = outcome.value.link;
      setMade(new Map([...made(), [id, secret]]));
      return id;
    },
    /** Whether it is withdrawn; if not, why is said. */
    async withdraw(linkId: GuestLinkId): Promise<boolean> {
      setProblem(undefined);
      const outcome = await live.send(withdrawGuestLink, { sessionId, linkId }, { lasting: false });
      query.refetch();
      if (!outcome.ok) setProblem(refusals()[outcome.refusal]);
      return outcome.ok;
    },
  };
}
