import { Show } from 'solid-js';
import { assignmentOfDocument } from '#shared/features/assignment/assignment/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { assignmentIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import styles from './Assignment.module.css';
import { dueSentence } from './when.ts';
import { words } from './words.ts';

/** On a document that answers an assignment: which, and when it is due. Nothing on any other. */
export function AnswersLine(props: { readonly documentId: DocumentId }) {
  const t = useWords(words);
  const query = createQuery(assignmentOfDocument, () => ({ documentId: props.documentId }));
  return (
    <Show when={query.value()?.assignment}>
      {(assignment) => (
        <p class={styles.answers}>
          <LinkButton
            look="link"
            size="small"
            icon={assignmentIcon}
            href={`/oppgave/${assignment().assignmentId}`}
          >
            {t().toAssignment(assignment().title)}
          </LinkButton>
          <span class={styles.quiet}>
            {dueSentence(t(), assignment().dueAt, query.value()?.now ?? 0)}
          </span>
        </p>
      )}
    </Show>
  );
}
