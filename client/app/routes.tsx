import type { RouteDefinition } from '@solidjs/router';
import { type Component, lazy, onCleanup, type ParentProps, Suspense } from 'solid-js';
import { UUID } from '#shared/kernel/ids.ts';
import { comesLater } from '../platform/comes-later.ts';
import { useWords } from '../platform/language.ts';
import { pageIsQuiet } from '../platform/when-quiet.ts';
import { ForSignedIn } from './ForSignedIn.tsx';
import { Frame } from './Frame.tsx';
import { FrontDoor } from './FrontDoor.tsx';
import { NowPage } from './NowPage.tsx';
import { ComingPage } from './PageOnItsWay.tsx';
import { usePageTitle } from './page-title.ts';
import { SessionRoute, SessionScreen } from './SessionRoute.tsx';
import { SignInLine } from './SignInLine.tsx';
import { UnknownPage } from './UnknownPage.tsx';
import { words } from './words.ts';

const SignInsPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/identity/SignInsPage.tsx')).SignInsPage,
  })),
);
const OwnPage = lazy(
  comesLater(async () => ({
    default: (await import('./OwnPage.tsx')).OwnPage,
  })),
);
const AppearanceRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AppearanceRoute.tsx')).AppearanceRoute,
  })),
);
const OwnProfile = lazy(
  comesLater(async () => ({
    default: (await import('./OwnProfile.tsx')).OwnProfile,
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
const AboutSession = lazy(
  comesLater(async () => ({
    default: (await import('./AboutSession.tsx')).AboutSession,
  })),
);

const GuestRoute = lazy(
  comesLater(async () => ({
    default: (await import('./GuestRoute.tsx')).GuestRoute,
  })),
);

const WelcomeRoute = lazy(
  comesLater(async () => ({
    default: (await import('./WelcomeRoute.tsx')).WelcomeRoute,
  })),
);

const PastSessionsPage = lazy(
  comesLater(async () => ({
    default: (await import('../features/programme/past/PastSessionsPage.tsx')).PastSessionsPage,
  })),
);
const CalendarRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).CalendarRoute,
  })),
);
const NewSessionRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).NewSessionRoute,
  })),
);
const ChangeSessionRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).ChangeSessionRoute,
  })),
);
const YearRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).YearRoute,
  })),
);
const StudyPlanRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).StudyPlanRoute,
  })),
);
const StudentPlanRoute = lazy(
  comesLater(async () => ({
    default: (await import('./CalendarRoutes.tsx')).StudentPlanRoute,
  })),
);
const AttendancePage = lazy(
  comesLater(async () => ({
    default: (await import('./AttendanceRoutes.tsx')).AttendancePage,
  })),
);
const RequirementsRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AttendanceRoutes.tsx')).RequirementsRoute,
  })),
);
const AttendanceSheetRoute = lazy(
  comesLater(async () => ({
    default: (await import('./AttendanceRoutes.tsx')).AttendanceSheetRoute,
  })),
);
const ChangeSupportCard = lazy(
  comesLater(async () => ({
    default: (await import('./CareRoutes.tsx')).ChangeSupportCard,
  })),
);

const Audit = lazy(
  comesLater(async () => ({
    default: (await import('./AuditRoutes.tsx')).Audit,
  })),
);
const OwnAudit = lazy(
  comesLater(async () => ({
    default: (await import('./AuditRoutes.tsx')).OwnAudit,
  })),
);
const Concerns = lazy(
  comesLater(async () => ({
    default: (await import('./CareRoutes.tsx')).Concerns,
  })),
);

const Notices = lazy(
  comesLater(async () => ({
    default: (await import('./NoticeRoutes.tsx')).Notices,
  })),
);
const NoticesOff = lazy(
  comesLater(async () => ({
    default: (await import('./NoticeRoutes.tsx')).NoticesOff,
  })),
);

const People = lazy(
  comesLater(async () => ({
    default: (await import('./PeopleRoutes.tsx')).People,
  })),
);
const School = lazy(
  comesLater(async () => ({
    default: (await import('./PeopleRoutes.tsx')).School,
  })),
);
const Cohort = lazy(
  comesLater(async () => ({
    default: (await import('./PeopleRoutes.tsx')).Cohort,
  })),
);
const InviteList = lazy(
  comesLater(async () => ({
    default: (await import('./PeopleRoutes.tsx')).InviteList,
  })),
);

const OwnDataRoute = lazy(
  comesLater(async () => ({
    default: (await import('./OwnDataRoute.tsx')).OwnDataRoute,
  })),
);
const Privacy = lazy(
  comesLater(async () => ({
    default: (await import('./OpenPages.tsx')).Privacy,
  })),
);
const Rights = lazy(
  comesLater(async () => ({
    default: (await import('./OpenPages.tsx')).Rights,
  })),
);
const Accessibility = lazy(
  comesLater(async () => ({
    default: (await import('./OpenPages.tsx')).Accessibility,
  })),
);

/** The pages one press away from Nå, the room first: they are to be there also when the line is not. */
const AHEAD = [
  SessionScreen,
  CalendarRoute,
  AssignmentsPage,
  DocumentsRoute,
  PastSessionsPage,
  AboutSession,
];

/** Fetches them when the page is quiet, one by one, unless somebody pays for every byte. */
function fetchAhead(): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  let over = false;
  onCleanup(() => {
    over = true;
  });
  void pageIsQuiet().then(async () => {
    // One that cannot be had says so when it is pressed for.
    for (const page of AHEAD) if (!over) await page.preload().catch(() => undefined);
  });
}

/** A page in the frame, for somebody who is signed in. */
function InFrame(props: ParentProps) {
  fetchAhead();
  return (
    <ForSignedIn>
      {(person) => (
        <>
          <SignInLine me={person.personId} />
          <Frame person={person}>
            <Suspense fallback={<ComingPage />}>{props.children}</Suspense>
          </Frame>
        </>
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

/**
 * Every address of the client. What is not built yet has none. What cannot be an id is no address, and asks the server
 * nothing: each has its filter.
 */
export const routes: RouteDefinition[] = [
  { path: '/logg-inn', component: FrontDoor },
  { path: '/gjest', component: titled(GuestRoute, (t) => t.guest) },
  { path: '/velkommen', component: titled(WelcomeRoute, (t) => t.welcome) },
  { path: '/utseende', component: titled(AppearanceRoute, (t) => t.appearance) },
  { path: '/personvern', component: titled(Privacy, (t) => t.privacy) },
  { path: '/hvem-ser-hva', component: titled(Rights, (t) => t.rights) },
  { path: '/tilgjengelighet', component: titled(Accessibility, (t) => t.accessibility) },
  { path: '/varsler/av', component: titled(NoticesOff, (t) => t.notices) },
  { path: '/okt/:sessionId', matchFilters: { sessionId: UUID }, component: SessionRoute },
  {
    path: '/',
    component: InFrame,
    children: [
      { path: '/', component: titled(NowPage, (t) => t.now) },
      {
        path: '/okt/:sessionId/om',
        matchFilters: { sessionId: UUID },
        component: titled(AboutSession, (t) => t.about),
      },
      {
        path: '/okt/:sessionId/sjekk',
        matchFilters: { sessionId: UUID },
        component: titled(DeviceCheck, (t) => t.deviceCheck),
      },
      { path: '/okter', component: titled(PastSessionsPage, (t) => t.pastSessions) },
      { path: '/kalender', component: titled(CalendarRoute, (t) => t.calendar) },
      { path: '/kalender/ny', component: titled(NewSessionRoute, (t) => t.newSession) },
      {
        path: '/kalender/okt/:sessionId',
        matchFilters: { sessionId: UUID },
        component: titled(ChangeSessionRoute, (t) => t.changeSession),
      },
      { path: '/utdanning', component: titled(YearRoute, (t) => t.year) },
      { path: '/studieplan', component: titled(StudyPlanRoute, (t) => t.studyPlan) },
      {
        path: '/studieplan/:personId',
        matchFilters: { personId: UUID },
        component: titled(StudentPlanRoute, (t) => t.studyPlan),
      },
      { path: '/sjekk', component: titled(DeviceCheck, (t) => t.deviceCheck) },
      { path: '/din-side', component: titled(OwnPage, (t) => t.ownPage) },
      { path: '/varsler', component: titled(Notices, (t) => t.notices) },
      { path: '/konto', component: titled(SignInsPage, (t) => t.signIns) },
      { path: '/konto/hendelser', component: titled(OwnAudit, (t) => t.ownAudit) },
      { path: '/mine-opplysninger', component: titled(OwnDataRoute, (t) => t.ownData) },
      { path: '/sikkerhetslogg', component: titled(Audit, (t) => t.audit) },
      { path: '/slik-vises-du', component: titled(OwnProfile, (t) => t.shownAs) },
      { path: '/dokumenter', component: titled(DocumentsRoute, (t) => t.documents) },
      {
        path: '/dokument/:documentId',
        matchFilters: { documentId: UUID },
        component: DocumentRoute,
      },
      {
        path: '/dokument/:documentId/versjoner',
        matchFilters: { documentId: UUID },
        component: titled(VersionsRoute, (t) => t.versions),
      },
      { path: '/oppgaver', component: titled(AssignmentsPage, (t) => t.assignments) },
      { path: '/oppgaver/ny', component: titled(NewBriefRoute, (t) => t.newAssignment) },
      {
        path: '/oppgave/:assignmentId',
        matchFilters: { assignmentId: UUID },
        component: AssignmentRoute,
      },
      {
        path: '/oppgave/:assignmentId/endre',
        matchFilters: { assignmentId: UUID },
        component: titled(ChangeBriefRoute, (t) => t.changeAssignment),
      },
      {
        path: '/innlevering/:submissionId',
        matchFilters: { submissionId: UUID },
        component: titled(SubmissionPage, (t) => t.submission),
      },
      { path: '/oppmote', component: titled(AttendancePage, (t) => t.attendance) },
      { path: '/oppmote/krav', component: titled(RequirementsRoute, (t) => t.requirements) },
      {
        path: '/oppmote/kull/:cohortId',
        matchFilters: { cohortId: UUID },
        component: titled(AttendanceSheetRoute, (t) => t.attendance),
      },
      { path: '/skolen', component: titled(School, (t) => t.school) },
      { path: '/folk', component: titled(People, (t) => t.people) },
      { path: '/folk/fra-fil', component: titled(InviteList, (t) => t.inviteList) },
      {
        path: '/folk/kull/:cohortId',
        matchFilters: { cohortId: UUID },
        component: titled(Cohort, (t) => t.cohort),
      },
      { path: '/meldt-fra', component: titled(Concerns, (t) => t.concerns) },
      { path: '/snakke-med', component: titled(ChangeSupportCard, (t) => t.changeSupportCard) },
      { path: '*', component: titled(UnknownPage, (t) => t.unknownPage) },
    ],
  },
];
