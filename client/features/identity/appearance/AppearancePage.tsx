import { createUniqueId, For, Show } from 'solid-js';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import {
  APPEARANCES,
  type AppearanceKind,
  appearance,
  lowEnergy,
} from '../../../platform/appearance.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import styles from './AppearancePage.module.css';
import { isUsual } from './chosen.ts';
import { chooseOwnAppearance } from './own-appearance.ts';
import { words } from './words.ts';

const KINDS = Object.keys(APPEARANCES) as readonly AppearanceKind[];

/** `/utseende`: how one wants the pages to look. The page itself shows it, at once. */
export function AppearancePage() {
  const t = useWords(words);
  const toUsual = () =>
    chooseOwnAppearance({ ...USUAL_APPEARANCE, lowEnergy: appearance().lowEnergy });
  return (
    <div class={styles.page}>
      <PageHeader title={t().title} />
      <p class={styles.about}>{t().about}</p>
      <For each={KINDS}>{(kind) => <Choice kind={kind} />}</For>
      <Show when={lowEnergy()}>
        <p class={styles.about}>{t().lowEnergyOn}</p>
      </Show>
      <section class={styles.sample} aria-labelledby="sample">
        <h2 id="sample">{t().sampleTitle}</h2>
        <p>{t().sample}</p>
      </section>
      {/* Always there, so that nothing moves when something is chosen. */}
      <p>
        <Button aria-disabled={isUsual(appearance()) || undefined} onClick={toUsual}>
          {t().toUsual}
        </Button>
      </p>
    </div>
  );
}

function Choice(props: { readonly kind: AppearanceKind }) {
  const t = useWords(words);
  const name = createUniqueId();
  const labels = (): Readonly<Record<string, string>> => t()[props.kind];
  return (
    <fieldset class={styles.choice}>
      <legend>{t().kinds[props.kind]}</legend>
      <For each={APPEARANCES[props.kind] as readonly string[]}>
        {(option) => (
          <label class={styles.option} data-option={option}>
            <input
              type="radio"
              name={name}
              checked={appearance()[props.kind] === option}
              onChange={() => chooseOwnAppearance({ [props.kind]: option })}
            />
            <span>{labels()[option]}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
