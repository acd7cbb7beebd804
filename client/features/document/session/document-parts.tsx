import { type JSX, lazy, Suspense } from 'solid-js';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { documentIcon } from '../../../ui/icons.ts';
import { createOpened } from './opened.ts';
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
  /** The text of the group that one is in just now. */
  readonly ofGroup: () => DocumentId | undefined;
}): {
  readonly label: () => string;
  readonly short: () => string;
  readonly icon: string;
  readonly panel: (showSheet: (() => void) | undefined) => JSX.Element;
  readonly isLaid: () => boolean;
  readonly onSheet: () => JSX.Element | undefined;
} {
  const t = useWords(words);
  const opened = createOpened(session.ofGroup, createMediaQuery(WIDE));
  return {
    label: () => (session.ofGroup() ? t().groupText : t().document),
    short: () => (session.ofGroup() ? t().groupText : t().note),
    icon: documentIcon,
    panel: (showSheet) => (
      <Suspense>
        <SessionDocuments
          sessionId={session.sessionId}
          me={session.me}
          title={session.title()}
          open={opened.documentId()}
          onOpen={opened.open}
          sheet={
            showSheet && {
              isLaid: opened.isLaid(),
              lay: (on) => {
                opened.lay(on);
                if (on) showSheet();
              },
            }
          }
        />
      </Suspense>
    ),
    isLaid: opened.isLaid,
    onSheet: () => {
      const documentId = opened.isLaid() ? opened.documentId() : undefined;
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
