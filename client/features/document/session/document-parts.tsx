import { createSignal, type JSX, lazy, Suspense } from 'solid-js';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { documentIcon } from '../../../ui/icons.ts';
import { words } from './words.ts';

/** Nobody waits for documents on the way into a room. */
const SessionDocuments = lazy(async () => ({
  default: (await import('./SessionDocuments.tsx')).SessionDocuments,
}));

/** What documents add to a session's screen: one panel. It remembers which document is open while other panels are shown. */
export function createDocumentParts(session: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly title: () => string;
}): {
  readonly label: () => string;
  readonly short: () => string;
  readonly icon: string;
  readonly panel: () => JSX.Element;
} {
  const t = useWords(words);
  const [open, setOpen] = createSignal<DocumentId>();
  return {
    label: () => t().document,
    short: () => t().note,
    icon: documentIcon,
    panel: () => (
      <Suspense>
        <SessionDocuments
          sessionId={session.sessionId}
          me={session.me}
          title={session.title()}
          open={open()}
          onOpen={setOpen}
        />
      </Suspense>
    ),
  };
}
