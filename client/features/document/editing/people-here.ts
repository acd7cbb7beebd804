import type { Awareness } from 'y-protocols/awareness';
import type { PersonId } from '#shared/kernel/ids.ts';

export type PersonHere = { readonly personId: PersonId; readonly name: string };

/** Who a state belongs to, as the server stamped it; nothing else of it is believed. */
export function asPerson(user: unknown): PersonHere | undefined {
  if (typeof user !== 'object' || user === null) return undefined;
  const { personId, name } = user as { personId?: unknown; name?: unknown };
  if (typeof personId !== 'string' || typeof name !== 'string') return undefined;
  return { personId: personId as PersonId, name };
}

/** The others who have the document open, each once however many lines they have, by name. */
export function othersHere(states: ReturnType<Awareness['getStates']>, me: PersonId): PersonHere[] {
  const people = new Map<PersonId, PersonHere>();
  for (const state of states.values()) {
    const person = asPerson((state as { user?: unknown }).user);
    if (person && person.personId !== me) people.set(person.personId, person);
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'nb'));
}

/**
 * Another number when somebody here has given the document another name. They only say that they have: what it is called
 * now, the server is asked.
 */
export function renamesSaid(states: ReturnType<Awareness['getStates']>): number {
  let sum = 0;
  for (const { renamed } of states.values()) if (typeof renamed === 'number') sum += renamed;
  return sum;
}
