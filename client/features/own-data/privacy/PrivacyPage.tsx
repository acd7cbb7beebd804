import { For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { KeptTable } from '../kept/KeptTable.tsx';
import styles from '../OpenText.module.css';
import { SchoolAddress } from '../SchoolAddress.tsx';
import { createSchoolContact } from '../school.ts';
import { words } from './words.ts';

/** `/personvern`: what is known about people here, for anybody to read. */
export function PrivacyPage() {
  const t = useWords(words);
  const school = createSchoolContact();
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <p>{t().intro}</p>
      <For each={t().parts}>
        {([title, ...paragraphs]) => (
          <section>
            <h2>{title}</h2>
            <For each={paragraphs}>{(text) => <p>{text}</p>}</For>
          </section>
        )}
      </For>
      <section>
        <h2>{t().keptTitle}</h2>
        <p>{t().keptAbout}</p>
        <KeptTable />
      </section>
      <section>
        <h2>{t().rightsTitle}</h2>
        <For each={t().rights}>{(text) => <p>{text}</p>}</For>
        <p>
          <a href="/mine-opplysninger">{t().ownData}</a>
        </p>
        <p>
          <a href="/hvem-ser-hva">{t().whoSeesWhat}</a>
        </p>
        <p>
          <a href="https://www.datatilsynet.no" rel="noreferrer">
            {t().authority}
          </a>
        </p>
      </section>
      <section>
        <h2>{t().askTitle}</h2>
        <p>
          <Show when={school().name} fallback={t().askNobody}>
            {(name) => <>{t().askSchool(name())}</>}
          </Show>
        </p>
        <SchoolAddress label={t().askPrivacy} address={school().privacyEmail} />
        <SchoolAddress label={t().askOther} address={school().email} />
        <Show when={!school().privacyEmail && !school().email}>
          <p class={styles.quiet}>{t().noAddress}</p>
        </Show>
        <p>
          <a href="/tilgjengelighet">{t().accessibility}</a>
        </p>
      </section>
    </div>
  );
}
