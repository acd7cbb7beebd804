import { useWords } from '../platform/language.ts';
import { type Trouble, troubleWords } from '../platform/trouble.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Corner } from './Corner.tsx';
import styles from './WholePage.module.css';
import { words } from './words.ts';

/** The number of the incident in the server's log, where the error came from there. */
function incidentOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('incident' in error)) return undefined;
  return typeof error.incident === 'string' ? error.incident : undefined;
}

/** A fault that nothing nearer has caught. Loading anew is the way out, because memory may be half changed. */
export function FaultPage(props: { error: unknown }) {
  const t = useWords(words);
  const incident = () => {
    const id = incidentOf(props.error);
    return id ? { id, copyLabel: t().copyIncident, copiedLabel: t().copied } : undefined;
  };
  return (
    <main class={styles.alone}>
      <Corner where="alone" />
      <ErrorState
        level={1}
        title={t().broken}
        incident={incident()}
        action={
          <>
            <Button look="filled" onClick={() => window.location.reload()}>
              {t().reload}
            </Button>
            {/* Not the router: it may be what is broken. */}
            <Button onClick={() => window.location.assign('/')}>{t().goToNow}</Button>
          </>
        }
      >
        {t().brokenAbout}
      </ErrorState>
    </main>
  );
}

/** The server did not answer at the start, so nothing is known yet. It is asked again by itself. */
export function UnreachablePage(props: { trouble: Trouble; onRetry: () => void }) {
  const t = useWords(troubleWords);
  return (
    <main class={styles.alone}>
      <Corner where="alone" />
      <ErrorState
        level={1}
        title={t()[props.trouble].title}
        action={
          <Button look="filled" onClick={() => props.onRetry()}>
            {t().tryNow}
          </Button>
        }
      >
        {t()[props.trouble].about}
      </ErrorState>
    </main>
  );
}
