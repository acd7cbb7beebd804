import { createSignal, type JSX, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { DocumentPage, DocumentsPage, VersionsPage } from '../features/document/public.ts';
import { who } from '../features/identity/public.ts';
import { useWords } from '../platform/language.ts';
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
  return <ForMe>{(me) => <DocumentPage me={me} onTitle={setTitle} />}</ForMe>;
}

/** `/dokument/:documentId/versjoner` */
export function VersionsRoute() {
  return <ForMe>{(me) => <VersionsPage me={me} />}</ForMe>;
}

function ForMe(props: { children: (me: PersonId) => JSX.Element }) {
  const me = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person.personId : undefined;
  };
  return (
    <Show when={me()} keyed>
      {(personId) => props.children(personId)}
    </Show>
  );
}
