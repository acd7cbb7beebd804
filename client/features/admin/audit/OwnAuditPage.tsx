import { ownAuditLog } from '#shared/features/audit/queries.ts';
import { useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import styles from './Audit.module.css';
import { LogLines } from './LogLines.tsx';
import { words } from './words.ts';

/** `/konto/hendelser`: what one has done with one's sign-in, and what others have done that concerns one. */
export function OwnAuditPage() {
  const t = useWords(words);
  return (
    <>
      <PageHeader title={t().ownTitle} />
      <div class={styles.page}>
        <p class={styles.about}>{t().ownAbout}</p>
        <LogLines log={ownAuditLog} />
      </div>
    </>
  );
}
