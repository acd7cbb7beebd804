import { createSeminarParts } from '../features/seminar-room/public.ts';
import { SessionPage, type SessionPageProps } from '../features/session/SessionPage.tsx';

/** The session's screen as its slices make it together: the session itself, and being seen and heard in it. */
export function SessionScreen(props: Omit<SessionPageProps, 'seminar'>) {
  return <SessionPage {...props} seminar={createSeminarParts} />;
}
