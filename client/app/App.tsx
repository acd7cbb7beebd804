import { Router } from '@solidjs/router';
import { ErrorBoundary, type ParentProps, Suspense } from 'solid-js';
import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { askWho, cameBySigningOut, wasSignedIn } from '../features/identity/public.ts';
import { askHomeAhead } from '../features/programme/public.ts';
import { askAhead } from '../platform/http-query.ts';
import { ownerOfDevice } from '../platform/own-device-mark.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { FaultPage } from './FaultPage.tsx';
import { focusEachPage } from './page-focus.ts';
import { routes } from './routes.tsx';

/** The whole of the client: live regions first, so that they are there before anything speaks. */
export function App() {
  void askWho();
  // A new version of the pages is fetched behind the one that is open.
  if (ownerOfDevice())
    void import('../platform/own-device.ts').then(({ keepShell }) => keepShell(true));
  if (wasSignedIn() && window.location.pathname === '/') {
    askHomeAhead();
    askAhead(assignmentList, {});
  }
  return (
    <>
      <Announcer />
      <Router root={Root}>{routes}</Router>
    </>
  );
}

function Root(props: ParentProps) {
  focusEachPage(cameBySigningOut());
  return (
    <ErrorBoundary fallback={(error) => <FaultPage error={error} />}>
      <Suspense>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
