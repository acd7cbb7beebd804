import type { CallId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/wire/contract.ts';
import type { FactBatch, Facts, Subscribed } from '#shared/wire/socket-events.ts';
import { WIRE_VERSION } from '#shared/wire/version.ts';
import {
  after,
  emptySequence,
  isBehind,
  type Sequence,
  type Step,
  takeBatches,
  takeSnapshot,
} from '../../client/platform/channel-sequence.ts';
import { newId } from '../../server/platform/new-id.ts';
import { numberedIn, readOnce } from './numbered.ts';
import type { Dialect, Numbered, Person } from './person.ts';
import { ask, SOCKET_IO_PATH, takeFrame } from './socketio-frames.ts';

/** As long as the real client waits for a batch that its follower has overtaken. */
const GAP_GRACE_MS = 150;

/**
 * Our own wire: joins the session, hears its channel, and after a cut asks for what came after the last revision.
 * Revisions are put in order by the real client's own rules, so that a miss or a repeat of ours would show.
 */
export function mellomDialect(sessionId: string, origin: string): Dialect {
  const channel = { channel: 'session', id: sessionId };

  const sequences = new Map<Person, Sequence<null>>();
  const gaps = new Set<Person>();
  const unanswered = new Map<CallId, Unanswered & { readonly person: Person }>();

  function call(
    person: Person,
    callId: CallId,
    name: string,
    input: unknown,
    then: (reply: AnyReply) => void,
  ): void {
    ask(person, 'command', { callId, name, input }, (reply) => then(reply as AnyReply));
  }

  function join(person: Person): void {
    call(person, newId<'call'>(), 'session/join', { sessionId }, (reply) => {
      if (reply.ok) subscribe(person);
      else person.watch.refused(person, reply.refusal);
    });
  }

  function subscribe(person: Person): void {
    const known = sequenceOf(person);
    ask(person, 'subscribe', { ...channel, after: after(known) }, (answer) => {
      const subscribed = answer as Subscribed;
      if (!subscribed.ok) {
        if (subscribed.refusal === 'not-joined') join(person);
        else person.watch.refused(person, subscribed.refusal);
        return;
      }
      if ('revisions' in subscribed) take(person, subscribed.revisions.map(batchOf));
      else takeWhole(person, subscribed.revision, subscribed.snapshot);
      if (person.status !== 'in') person.isIn();
    });
  }

  function sequenceOf(person: Person): Sequence<null> {
    return sequences.get(person) ?? emptySequence();
  }

  function takeWhole(person: Person, revision: number, snapshot: unknown): void {
    const known = sequenceOf(person);
    // The first one holds what was said before we came; a later one what we have missed.
    if (known.current !== null) tell(person, numberedIn(JSON.stringify(snapshot)));
    follow(person, takeSnapshot(known, revision, null, nothing));
  }

  function take(person: Person, batches: readonly FactBatch[]): void {
    follow(person, takeBatches(sequenceOf(person), batches, nothing));
  }

  function follow(person: Person, step: Step<null, unknown>): void {
    sequences.set(person, step.sequence);
    tell(person, step.facts as Numbered[]);
    if (!isBehind(step.sequence) || gaps.has(person)) return;
    gaps.add(person);
    setTimeout(() => {
      gaps.delete(person);
      if (person.status === 'in' && isBehind(sequenceOf(person))) subscribe(person);
    }, GAP_GRACE_MS);
  }

  function tell(person: Person, events: readonly Numbered[]): void {
    for (const event of events) person.watch.event(person, event);
  }

  function post(person: Person, { callId, text }: Unanswered): void {
    unanswered.set(callId, { person, callId, text });
    const [event] = numberedIn(text);
    call(person, callId, 'chat/post', { sessionId, text }, (reply) => {
      unanswered.delete(callId);
      if (!reply.ok) person.watch.refused(person, reply.refusal);
      person.watch.answered(person, { ok: reply.ok, sentAt: event?.sentAt ?? 0 });
    });
  }

  /** As the real client's outbox does: what has had no answer goes again, with the same call id. */
  function postAgain(person: Person): void {
    for (const each of [...unanswered.values()]) if (each.person === person) post(person, each);
  }

  return {
    path: SOCKET_IO_PATH,
    origin,
    opened: () => undefined,
    heard: (person, payload) => {
      const frame = takeFrame(person, payload, () => ({ version: WIRE_VERSION }));
      if (frame.kind === 'connected') {
        if (sequenceOf(person).current === null) join(person);
        else subscribe(person);
        postAgain(person);
      } else if (frame.kind === 'refused') person.watch.refused(person, frame.why);
      else if (frame.kind === 'event') {
        const { batches, comings } = readOnce(frame.payload, heardIn);
        if (comings > 0) person.watch.comings(person, comings);
        if (batches.length > 0) take(person, batches);
      }
    },
    post: (person, text) => post(person, { callId: newId<'call'>(), text }),
  };
}

type Unanswered = { readonly callId: CallId; readonly text: string };
type AnyReply = Reply<unknown, string>;

const COMINGS = new Set(['participant-joined', 'line-lost', 'line-back']);

type Heard = { readonly batches: readonly FactBatch[]; readonly comings: number };

function heardIn(text: string): Heard {
  const [name, what] = JSON.parse(text.slice(2)) as [string, unknown];
  if (name !== 'facts') return { batches: [], comings: 0 };
  const { revisions } = what as Facts;
  const facts = revisions.flatMap((each) => each.facts as readonly { readonly type: string }[]);
  return {
    batches: revisions.map(batchOf),
    comings: facts.filter(({ type }) => COMINGS.has(type)).length,
  };
}

/** Of each revision we keep only what the generator counts. */
function batchOf({ revision, facts }: FactBatch): FactBatch {
  return { revision, facts: numberedIn(JSON.stringify(facts)) };
}

function nothing(): null {
  return null;
}
