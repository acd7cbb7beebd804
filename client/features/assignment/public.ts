/** The assignment slice's face: its pages, and what it adds to Nå. */

export { AssignmentPage } from './AssignmentPage.tsx';
export { AssignmentsPage } from './AssignmentsPage.tsx';
export { ChangeBriefPage, NewBriefPage } from './BriefPage.tsx';
export { SubmissionPage } from './SubmissionPage.tsx';
