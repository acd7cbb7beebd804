import { For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import styles from '../OpenText.module.css';
import { SchoolAddress } from '../SchoolAddress.tsx';
import { createSchoolContact } from '../school.ts';
import { words } from './words.ts';

/** `/tilgjengelighet`: what is known to work for whom, what is not, and to whom one complains. */
export function AccessibilityPage() {
  const t = useWords(words);
  const school = createSchoolContact();
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <p>{t().intro}</p>
      <p class={styles.quiet}>
        <Show when={school().name} fallback={t().ownerUnnamed}>
          {(name) => <>{t().owner(name())}</>}
        </Show>{' '}
        {t().date}
      </p>
      <section>
        <h2>{t().statusTitle}</h2>
        <p>{t().status}</p>
      </section>
      <section>
        <h2>{t().metTitle}</h2>
        <ul>
          <For each={t().met}>{(text) => <li>{text}</li>}</For>
        </ul>
      </section>
      <section>
        <h2>{t().gapsTitle}</h2>
        <ul>
          <For each={t().gaps}>{(text) => <li>{text}</li>}</For>
        </ul>
        <p>{t().instead}</p>
      </section>
      <section>
        <h2>{t().tellTitle}</h2>
        <p>{t().tell}</p>
        <SchoolAddress label={t().tellLabel} address={school().email} />
        <Show when={!school().email}>
          <p class={styles.quiet}>{t().noAddress}</p>
        </Show>
      </section>
      <section>
        <h2>{t().complainTitle}</h2>
        <p>{t().complain}</p>
        <p>
          <a href="https://www.uutilsynet.no" rel="noreferrer">
            {t().authority}
          </a>
        </p>
        <p>
          <a href="https://www.diskrimineringsnemnda.no" rel="noreferrer">
            {t().tribunal}
          </a>
        </p>
        <p>
          <a href="/personvern">{t().privacy}</a>
        </p>
      </section>
    </div>
  );
}
