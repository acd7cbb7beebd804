import { createDocumentParts } from '../features/document/public.ts';
import { createSeminarParts } from '../features/seminar-room/public.ts';
import { SessionPage, type SessionPageProps } from '../features/session/SessionPage.tsx';

/**
 * The session's screen as its slices make it together: the session itself, being seen and heard in it, and what is
 * written in it.
 */
export function SessionScreen(props: Omit<SessionPageProps, 'seminar' | 'documents'>) {
  return (
    <SessionPage
      {...props}
      seminar={createSeminarParts}
      documents={({ room }) =>
        createDocumentParts({
          sessionId: room.sessionId,
          me: room.me,
          title: () => room.session()?.title ?? '',
        })
      }
    />
  );
}
