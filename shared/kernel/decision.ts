/** A rule's yes: the facts that now hold, in the order in which they happened. None is a valid yes: nothing changed. */
export type Accepted<Fact> = { readonly ok: true; readonly facts: readonly Fact[] };

/** An expected no. The reason is one of the refusals that the command lists, never free text. */
export type Refused<Refusal extends string> = { readonly ok: false; readonly refusal: Refusal };

/** What a pure rule answers. */
export type Decision<Fact, Refusal extends string = never> = Accepted<Fact> | Refused<Refusal>;

export function accept<Fact>(...facts: readonly Fact[]): Accepted<Fact> {
  return { ok: true, facts };
}

export function refuse<const Refusal extends string>(refusal: Refusal): Refused<Refusal> {
  return { ok: false, refusal };
}
