import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Part, Presence } from '../roster/model.ts';
import { SEAT_HOLD_MS } from '../roster/rules.ts';
import type { DoorFact, OrderFact } from './facts.ts';
import type { Order, SessionDoorState } from './model.ts';

/** Locks the session, or unlocks it. Whoever is in it stays. */
export function setLocked(
  order: Order,
  locked: boolean,
  by: PersonId,
  at: Instant,
): Accepted<OrderFact> {
  if (order.locked === locked) return accept();
  return accept({ type: locked ? 'session-locked' : 'session-unlocked', by, at });
}

/** Closes the chat, or opens it. What is written stays. */
export function setChatClosed(
  order: Order,
  closed: boolean,
  by: PersonId,
  at: Instant,
): Accepted<OrderFact> {
  if (order.chatClosed === closed) return accept();
  return accept({ type: closed ? 'chat-closed' : 'chat-opened', by, at });
}

/** Somebody before the door who may join the session. */
export type BeforeDoor = {
  readonly part: Part;
  readonly presence: Presence;
  /** They went because their line dropped, and for too long. */
  readonly dropped: boolean;
  /** A teacher has let them in again since it was locked. */
  readonly letIn: boolean;
};

/**
 * Whether somebody comes in by a door as it is. A locked one is closed to whoever is new: not to a teacher, nor to somebody
 * who is in it with another device, whose line dropped, or who went a moment ago.
 */
export function comesThrough(
  { locked }: Pick<Order, 'locked'>,
  { part, presence, dropped, letIn }: BeforeDoor,
  now: Instant,
): boolean {
  if (!locked || part === 'teacher' || letIn) return true;
  switch (presence.status) {
    case 'absent':
      return false;
    case 'present':
    case 'lost':
      return true;
    case 'left':
      return dropped || now < presence.at + SEAT_HOLD_MS;
    default:
      return assertNever(presence);
  }
}

/** Whether somebody says nothing new in the chat just now: all but teachers, while it is closed. */
export function isSilent({ chatClosed }: Pick<Order, 'chatClosed'>, part: Part): boolean {
  return chatClosed && part !== 'teacher';
}

/** Carries it one fact forward. */
export function evolveOrder(order: Order, fact: OrderFact): Order {
  switch (fact.type) {
    case 'session-locked':
      return { ...order, locked: true };
    case 'session-unlocked':
      return { ...order, locked: false };
    case 'chat-closed':
      return { ...order, chatClosed: true };
    case 'chat-opened':
      return { ...order, chatClosed: false };
    default:
      return assertNever(fact);
  }
}

/** What is heard outside of it. */
export function heardAtDoor(before: Order, next: Order): Accepted<DoorFact> {
  return before.locked === next.locked
    ? accept()
    : accept({ type: 'door-turned', locked: next.locked });
}

export function evolveDoor(_door: SessionDoorState, fact: DoorFact): SessionDoorState {
  return { locked: fact.locked };
}
