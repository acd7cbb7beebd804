import { useWords } from '../platform/language.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { SlackThread } from '../ui/Thread.tsx';
import styles from './WholePage.module.css';
import { words } from './words.ts';

/** An address that leads nowhere. The same for what is unknown and what is not one's own (access.md §1). */
export function UnknownPage() {
  const t = useWords(words);
  return (
    <div class={styles.narrow}>
      <SlackThread />
      <PageHeader title={t().unknownPage} />
      <p>{t().unknownPageAbout}</p>
      <LinkButton look="filled" href="/">
        {t().goToNow}
      </LinkButton>
    </div>
  );
}
