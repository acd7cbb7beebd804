import type { RouteDefinition } from '@solidjs/router';
import { type Component, lazy, type ParentProps, Suspense } from 'solid-js';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ForSignedIn } from './ForSignedIn.tsx';
import { Frame } from './Frame.tsx';
import { FrontDoor } from './FrontDoor.tsx';
import { NowPage } from './NowPage.tsx';
import { usePageTitle } from './page-title.ts';
import { SessionRoute } from './SessionRoute.tsx';
import { UnknownPage } from './UnknownPage.tsx';
import { words } from './words.ts';

const SignInsPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/identity/SignInsPage.tsx')).SignInsPage,
  })),
);
const DeviceCheck = lazy(
  comesLater(async () => ({
    default: (await import('./DeviceCheck.tsx')).DeviceCheck,
  })),
);
const DocumentsRoute = lazy(
  comesLater(async () => ({
    default: (await import('./DocumentRoutes.tsx')).DocumentsRoute,
  })),
);
const DocumentRoute = lazy(
  comesLater(async () => ({
    default: (await import('./DocumentRoutes.tsx')).DocumentRoute,
  })),
);
const VersionsRoute = lazy(
  comesLater(async () => ({
    default: (await import('./DocumentRoutes.tsx')).VersionsRoute,
  })),
);
const AssignmentsPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/assignment/public.ts')).AssignmentsPage,
  })),
);
const AssignmentRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AssignmentRoutes.tsx')).AssignmentRoute,
  })),
);
const NewBriefRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AssignmentRoutes.tsx')).NewBriefRoute,
  })),
);
const ChangeBriefRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AssignmentRoutes.tsx')).ChangeBriefRoute,
  })),
);
const SubmissionPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/assignment/public.ts')).SubmissionPage,
  })),
);
const AboutSessionPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/session/door/AboutSessionPage.tsx')).AboutSessionPage,
  })),
);

/** A page in the frame, for somebody who is signed in. */
function InFrame(props: ParentProps) {
  const t = useWords(words);
  return (
    <ForSignedIn>
      {(person) => (
        <Frame person={person}>
          <Suspense fallback={<Skeleton label={t().fetching} shapes={['name', 'line']} />}>
            {props.children}
          </Suspense>
        </Frame>
      )}
    </ForSignedIn>
  );
}

/** The page under its name in the browser's tab. */
function titled(Page: Component, title: (t: (typeof words)['nb']) => string): Component {
  return () => {
    const t = useWords(words);
    usePageTitle(() => title(t()));
    return <Page />;
  };
}

/** Every address of the client. What is not built yet has none. */
export const routes: RouteDefinition[] = [
  { path: '/logg-inn', component: FrontDoor },
  { path: '/okt/:sessionId', component: SessionRoute },
  {
    path: '/',
    component: InFrame,
    children: [
      { path: '/', component: titled(NowPage, (t) => t.now) },
      { path: '/okt/:sessionId/om', component: titled(AboutSessionPage, (t) => t.about) },
      { path: '/okt/:sessionId/sjekk', component: titled(DeviceCheck, (t) => t.deviceCheck) },
      { path: '/sjekk', component: titled(DeviceCheck, (t) => t.deviceCheck) },
      { path: '/konto', component: titled(SignInsPage, (t) => t.signIns) },
      { path: '/dokumenter', component: titled(DocumentsRoute, (t) => t.documents) },
      { path: '/dokument/:documentId', component: DocumentRoute },
      {
        path: '/dokument/:documentId/versjoner',
        component: titled(VersionsRoute, (t) => t.versions),
      },
      { path: '/oppgaver', component: titled(AssignmentsPage, (t) => t.assignments) },
      { path: '/oppgaver/ny', component: titled(NewBriefRoute, (t) => t.newAssignment) },
      { path: '/oppgave/:assignmentId', component: AssignmentRoute },
      {
        path: '/oppgave/:assignmentId/endre',
        component: titled(ChangeBriefRoute, (t) => t.changeAssignment),
      },
      {
        path: '/innlevering/:submissionId',
        component: titled(SubmissionPage, (t) => t.submission),
      },
      { path: '*', component: titled(UnknownPage, (t) => t.unknownPage) },
    ],
  },
];
