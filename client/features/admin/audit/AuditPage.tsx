import { auditLog } from '#shared/features/audit/queries.ts';
import { useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import styles from './Audit.module.css';
import { ChainMark } from './ChainMark.tsx';
import { LogLines } from './LogLines.tsx';
import { TakeOutLog } from './TakeOutLog.tsx';
import { words } from './words.ts';

/** `/sikkerhetslogg`: who did what to whose, for those who answer for the school. */
export function AuditPage() {
  const t = useWords(words);
  return (
    <>
      <PageHeader title={t().title} />
      <div class={styles.page}>
        <p class={styles.about}>{t().about}</p>
        <ChainMark />
        <TakeOutLog />
        <LogLines log={auditLog} />
      </div>
    </>
  );
}
