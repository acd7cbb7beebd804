import { OwnTime, WhoWasThere } from '../features/attendance/public.ts';
import { Agreement } from '../features/care/agreement/Agreement.tsx';
import { AgreementThen } from '../features/care/agreement/AgreementThen.tsx';
import { ReportLine } from '../features/care/concern/ReportLine.tsx';
import { DocumentsAfterwards } from '../features/document/session/DocumentsAfterwards.tsx';
import { AboutSessionPage } from '../features/session/door/AboutSessionPage.tsx';
import { isOver } from '../features/session/door/session-door.ts';
import { ForMe } from './ForMe.tsx';

/** `/okt/:sessionId/om`: the session's page, with how those of it want it to be, and the way to report something. */
export function AboutSession() {
  return (
    <ForMe>
      {(me) => (
        <AboutSessionPage
          me={me}
          left={{
            documents: ({ sessionId }) => <DocumentsAfterwards sessionId={sessionId} of="this" />,
            agreement: ({ sessionId }, { to }) => <AgreementThen sessionId={sessionId} at={to} />,
            people: ({ sessionId }, people) => (
              <WhoWasThere sessionId={sessionId} people={people} />
            ),
            ownTime: ({ sessionId }) => <OwnTime sessionId={sessionId} />,
          }}
          fromLast={(sessionId) => <DocumentsAfterwards sessionId={sessionId} of="last" />}
          below={(door) => (
            <>
              {isOver(door) ? null : <Agreement me={me} sessionId={door.sessionId} heading />}
              <ReportLine session={door} />
            </>
          )}
        />
      )}
    </ForMe>
  );
}
