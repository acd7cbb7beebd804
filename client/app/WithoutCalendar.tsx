import { RoleAsked } from '../features/home/RoleAsked.tsx';
import { Invitations } from '../features/session/door/Invitations.tsx';

/** Nå of those without a calendar: what they wait for, or what they are invited to. */
export function WithoutCalendar() {
  return <RoleAsked otherwise={<Invitations />} />;
}
