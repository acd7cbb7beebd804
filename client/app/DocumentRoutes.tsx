import { createSignal } from 'solid-js';
import { AnswersLine } from '../features/assignment/AnswersLine.tsx';
import { createHandInLandmarks } from '../features/assignment/hand-in-landmarks.ts';
import { DocumentPage, DocumentsPage, VersionsPage } from '../features/document/public.ts';
import { useWords } from '../platform/language.ts';
import { ForMe } from './ForMe.tsx';
import { usePageTitle } from './page-title.ts';
import { words } from './words.ts';

/** `/dokumenter` for whoever is signed in. */
export function DocumentsRoute() {
  return <ForMe>{(me) => <DocumentsPage me={me} />}</ForMe>;
}

/** `/dokument/:documentId`; the tab is called what the document is called. */
export function DocumentRoute() {
  const t = useWords(words);
  const [title, setTitle] = createSignal<string>();
  usePageTitle(() => title() ?? t().document);
  return (
    <ForMe>
      {(me) => (
        <DocumentPage
          me={me}
          onTitle={setTitle}
          answers={(documentId) => <AnswersLine documentId={documentId} />}
        />
      )}
    </ForMe>
  );
}

/** `/dokument/:documentId/versjoner` */
export function VersionsRoute() {
  return <ForMe>{(me) => <VersionsPage me={me} landmarks={createHandInLandmarks} />}</ForMe>;
}
