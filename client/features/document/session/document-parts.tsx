import { createSignal, type JSX, lazy, Suspense } from 'solid-js';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { documentIcon } from '../../../ui/icons.ts';
import styles from './SessionDocuments.module.css';
import { words } from './words.ts';

/** Nobody waits for documents on the way into a room. */
const SessionDocuments = lazy(async () => ({
  default: (await import('./SessionDocuments.tsx')).SessionDocuments,
}));
const OpenedDocument = lazy(async () => ({
  default: (await import('./OpenedDocument.tsx')).OpenedDocument,
}));

/**
 * What documents add to a session's screen: one panel, and the open document on the stage's sheet for whoever lays it there.
 * It remembers which document is open while other panels are shown.
 */
export function createDocumentParts(session: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly title: () => string;
}): {
  readonly label: () => string;
  readonly short: () => string;
  readonly icon: string;
  readonly panel: (showSheet: (() => void) | undefined) => JSX.Element;
  readonly onSheet: () => JSX.Element | undefined;
} {
  const t = useWords(words);
  const [open, setOpen] = createSignal<DocumentId>();
  const [laid, setLaid] = createSignal(false);
  const openAnother = (documentId: DocumentId | undefined) => {
    setLaid(false);
    setOpen(documentId);
  };
  return {
    label: () => t().document,
    short: () => t().note,
    icon: documentIcon,
    panel: (showSheet) => (
      <Suspense>
        <SessionDocuments
          sessionId={session.sessionId}
          me={session.me}
          title={session.title()}
          open={open()}
          onOpen={openAnother}
          sheet={
            showSheet && {
              isLaid: laid(),
              lay: (on) => {
                setLaid(on);
                if (on) showSheet();
              },
            }
          }
        />
      </Suspense>
    ),
    onSheet: () => {
      const documentId = laid() ? open() : undefined;
      return (
        documentId && (
          <section class={styles.laid} aria-label={t().document}>
            <Suspense>
              <OpenedDocument documentId={documentId} me={session.me} level="h2" />
            </Suspense>
          </section>
        )
      );
    },
  };
}
