import { createSignal } from 'solid-js';
import { AssignmentPage, ChangeBriefPage, NewBriefPage } from '../features/assignment/public.ts';
import { useWords } from '../platform/language.ts';
import { ForMe } from './ForMe.tsx';
import { usePageTitle } from './page-title.ts';
import { words } from './words.ts';

/** `/oppgave/:assignmentId`; the tab is called what the assignment is called. */
export function AssignmentRoute() {
  const t = useWords(words);
  const [title, setTitle] = createSignal<string>();
  usePageTitle(() => title() ?? t().assignment);
  return <ForMe>{(me) => <AssignmentPage me={me} onTitle={setTitle} />}</ForMe>;
}

/** `/oppgaver/ny` */
export function NewBriefRoute() {
  return <ForMe>{(me) => <NewBriefPage me={me} />}</ForMe>;
}

/** `/oppgave/:assignmentId/endre` */
export function ChangeBriefRoute() {
  return <ForMe>{(me) => <ChangeBriefPage me={me} />}</ForMe>;
}
