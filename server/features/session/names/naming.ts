import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import type { PictureId } from '#shared/features/identity/profile/model.ts';
import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import { displayNames, type Named } from '#shared/features/programme/names/rules.ts';
import type { RosterFact } from '#shared/features/session/roster/facts.ts';
import type { ShownAs } from '#shared/features/session/roster/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { expectedParticipants, sessionKindOf } from '../../programme/public.ts';
import { shownOf } from '../roster/repository.ts';

/** What is known of somebody that others may see. */
export type Known = Named & { readonly pronouns: string; readonly picture: PictureId | null };

type Listed = Known & {
  /** As those who are here have been told, of whoever has been here; null of all others. */
  readonly told: ShownAs | null;
};

/** Everybody on a session's list, and what kind of session it is. */
export type Naming = { readonly kind: SessionKind; readonly people: readonly Listed[] };

/** What a session shows of somebody who is named so in it. */
export function shownAs(known: Known, kind: SessionKind, displayName: string): ShownAs {
  const { givenName, pronouns, picture } = known;
  // In a circle the name is the first name, or what tells two of them apart.
  const isShort = kind === 'circle' || givenName === '' || givenName === displayName;
  return {
    displayName,
    ...(isShort ? {} : { calledName: givenName }),
    ...(pronouns === '' ? {} : { pronouns }),
    ...(picture === null ? {} : { picture }),
  };
}

/** What everybody on the list is shown as, by the rule of the session's kind. */
export function shownBy({ kind, people }: Naming): ReadonlyMap<PersonId, ShownAs> {
  const names = displayNames(people, kind);
  return new Map(
    people.map((one) => [
      one.personId,
      shownAs(one, kind, names.get(one.personId) ?? one.displayName),
    ]),
  );
}

/** The same as those who are here have it: whoever has been here is called as they were told. */
export function toldBy(naming: Naming): ReadonlyMap<PersonId, ShownAs> {
  const shown = new Map(shownBy(naming));
  for (const { personId, told } of naming.people) if (told) shown.set(personId, told);
  return shown;
}

/** NAMES-3: what those who are here are told when the list reads otherwise than they know it. */
export function changesOf(
  told: ReadonlyMap<PersonId, ShownAs>,
  now: ReadonlyMap<PersonId, ShownAs>,
): Extract<RosterFact, { type: 'shown-as' }>[] {
  return [...now].flatMap(([personId, shown]) => {
    const known = told.get(personId);
    const isSame = known && isDeepStrictEqual(known, shown);
    return known && !isSame ? [{ type: 'shown-as' as const, personId, shown }] : [];
  });
}

/** Everybody who is expected or has been in the session, and `also`. */
export async function namingIn(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
  also: readonly PersonId[] = [],
): Promise<Naming> {
  const kind = await sessionKindOf(tx, sessionId);
  const expected = await expectedParticipants(tx, sessionId, now);
  const ids = [...expected.map(({ personId }) => personId), ...also];
  const { rows } = await tx.execute<Known & { seat: Parameters<typeof shownOf>[0] | null }>(sql`
    select p.id as "personId", p.display_name as "displayName", p.given_name as "givenName",
      p.pronouns, (select picture_id from person_picture where person_id = p.id) as picture,
      case when seat.person_id is not null then json_build_object(
        'displayName', seat.display_name, 'calledName', seat.called_name, 'pronouns', seat.pronouns,
        'picture', seat.picture
      ) end as seat
    from person p left join seat on seat.person_id = p.id and seat.session_id = ${sessionId}
    where seat.person_id is not null or p.id = any(${sql.param(ids)}::uuid[])`);
  const people = rows.map(({ seat, ...one }) => ({ ...one, told: seat && shownOf(seat) }));
  return { kind, people };
}

/** Keeps what those who are here have been told. */
export async function keepTold(
  tx: Tx,
  sessionId: SessionId,
  changes: readonly Extract<RosterFact, { type: 'shown-as' }>[],
): Promise<void> {
  for (const { personId, shown } of changes) {
    await tx.execute(sql`
      update seat set display_name = ${shown.displayName},
        called_name = ${shown.calledName ?? null}, pronouns = ${shown.pronouns ?? ''},
        picture = ${shown.picture ?? null}
      where session_id = ${sessionId} and person_id = ${personId}`);
  }
}
