import { Router, useLocation } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  lazy,
  on,
  type ParentProps,
  Show,
  Suspense,
} from 'solid-js';
import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { careSheet, showCareSheet } from '../features/care/care-sheet.ts';
import { askWho, cameBySigningOut, wasSignedIn } from '../features/identity/public.ts';
import { askHomeAhead } from '../features/programme/public.ts';
import { comesLater } from '../platform/comes-later.ts';
import { askAhead } from '../platform/http-query.ts';
import { ownerOfDevice } from '../platform/own-device-mark.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { FaultPage } from './FaultPage.tsx';
import { PageOnItsWay } from './PageOnItsWay.tsx';
import { focusEachPage } from './page-focus.ts';
import { routes } from './routes.tsx';

/** The card whom to call lies over every page, and needs none: it is there also when a page has failed. */
const CareSheet = lazy(
  comesLater(async () => ({
    default: (await import('../features/care/CareSheet.tsx')).CareSheet,
  })),
);
/** On a slow line the page itself comes first. */
const PAGE_FIRST_MS = 2_000;

/** The whole of the client: live regions first, so that they are there before anything speaks. */
export function App() {
  void askWho();
  const [pageStands, setPageStands] = createSignal(false);
  setTimeout(() => setPageStands(true), PAGE_FIRST_MS);
  // Once it has come it stays: what is taken away when it closes cannot give the focus back.
  const cardStands = createMemo<boolean>(
    (stood) => stood || pageStands() || careSheet() !== undefined,
    false,
  );
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
      <Show when={cardStands()}>
        <Suspense>
          <CareSheet />
        </Suspense>
      </Show>
    </>
  );
}

function Root(props: ParentProps) {
  focusEachPage(cameBySigningOut());
  const location = useLocation();
  // A page that was walked to from the sheet is not to lie under it.
  createEffect(
    on(
      () => location.pathname,
      () => showCareSheet(undefined),
      { defer: true },
    ),
  );
  return (
    <>
      <ErrorBoundary fallback={(error) => <FaultPage error={error} />}>
        <Suspense>{props.children}</Suspense>
      </ErrorBoundary>
      <PageOnItsWay />
    </>
  );
}
