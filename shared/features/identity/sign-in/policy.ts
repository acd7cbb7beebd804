import type { Subject } from '../../../wire/access.ts';
import type { OwnedSignIn } from './model.ts';

/** A person's sign-ins are seen and ended by that person alone (docs/access.md row 46, own part). */
export function mayEndSignIn(subject: Subject, signIn: OwnedSignIn): boolean {
  return subject.active && signIn.personId === subject.personId;
}
