import { useWords } from '../../platform/language.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { OwnErasure, type ShowAgain } from './erasure/OwnErasure.tsx';
import { KeptTable } from './kept/KeptTable.tsx';
import styles from './OpenText.module.css';
import { TakeOut } from './TakeOut.tsx';
import { words } from './words.ts';

/** `/mine-opplysninger`: what is known about oneself, and how to have it. */
export function OwnDataPage(props: { readonly showAgain: ShowAgain }) {
  const t = useWords(words);
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <p>{t().intro}</p>
      <p>
        <a href="/personvern">{t().privacy}</a>
      </p>
      <TakeOut showAgain={props.showAgain} />
      <OwnErasure showAgain={props.showAgain} />
      <section>
        <h2>{t().keptTitle}</h2>
        <KeptTable />
      </section>
    </div>
  );
}
