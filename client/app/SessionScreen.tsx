import { lazy, Suspense } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';
import { AgreementButton } from '../features/care/agreement/AgreementButton.tsx';
import { words as agreementWords } from '../features/care/agreement/words.ts';
import type { AboutSession } from '../features/care/care-sheet.ts';
import { ReachSchool } from '../features/care/support-card/ReachSchool.tsx';
import { createDocumentParts } from '../features/document/public.ts';
import { createSeminarParts } from '../features/seminar-room/public.ts';
import { AgreedHere } from '../features/session/lobby/agreed-here.ts';
import type { RoomProps } from '../features/session/room-props.ts';
import { SessionPage, type SessionPageProps } from '../features/session/SessionPage.tsx';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Corner } from './Corner.tsx';
import { PauseCorner } from './PauseCorner.tsx';

const Agreement = lazy(
  comesLater(async () => ({
    default: (await import('../features/care/agreement/Agreement.tsx')).Agreement,
  })),
);

/**
 * The session's screen as its slices make it together: the session itself, being seen and heard in it, and what is
 * written in it.
 */
export function SessionScreen(
  props: Omit<
    SessionPageProps,
    'seminar' | 'documents' | 'underAgenda' | 'corner' | 'cornerAlone' | 'reach'
  >,
) {
  const t = useWords(agreementWords);
  const agreed = (sessionId: SessionId) => (
    <Suspense fallback={<Skeleton label={t().fetching} shapes={['heading', 'line']} inWords />}>
      <Agreement me={props.me} sessionId={sessionId} heading />
    </Suspense>
  );
  return (
    <AgreedHere.Provider value={agreed}>
      <SessionPage
        {...props}
        seminar={createSeminarParts}
        corner={(face) => (
          <Corner where="room" pause={<PauseCorner face={face} />} session={sessionOf(face.room)} />
        )}
        underAgenda={({ room }, onOpen) => (
          <AgreementButton session={sessionOf(room)} onOpen={onOpen} />
        )}
        reach={(room) => <ReachSchool session={sessionOf(room)} />}
        cornerAlone={() => <Corner where="alone" />}
        documents={({ room, topics }) =>
          createDocumentParts({
            sessionId: room.sessionId,
            me: room.me,
            title: () => room.session()?.title ?? '',
            ofGroup: () => topics.breakouts.inside()?.documentId ?? undefined,
          })
        }
      />
    </AgreedHere.Provider>
  );
}

function sessionOf(room: RoomProps['room']): AboutSession {
  return { sessionId: room.sessionId, title: room.session()?.title ?? '' };
}
