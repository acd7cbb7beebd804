import { createUniqueId, For, Match, Show, Switch } from 'solid-js';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import type { DocumentId, VersionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Pleat } from '../../../ui/Thread.tsx';
import { type Landmark, threadOf } from './thread.ts';
import styles from './VersionThread.module.css';
import { momentWords, versionWords } from './version-words.ts';
import { words } from './words.ts';

/** Versions on the thread, the oldest at the top, now at its end. What was kept by itself is folded together. */
export function VersionThread(props: {
  readonly documentId: DocumentId;
  readonly versions: readonly DocumentVersion[];
  readonly landmarks: readonly Landmark[];
  readonly chosen: VersionId | undefined;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const when = (version: DocumentVersion) =>
    t().by(momentWords(version.at), version.name === null ? null : version.byName);
  const Version = (each: { readonly version: DocumentVersion }) => (
    <a
      class={styles.version}
      href={`/dokument/${props.documentId}/versjoner?versjon=${each.version.versionId}`}
      aria-current={each.version.versionId === props.chosen ? 'true' : undefined}
    >
      <b>{versionWords(t(), each.version)}</b>
      <span>
        {when(each.version)}
        <Show when={each.version.versionId === props.chosen}>. {t().shownNow}</Show>
      </span>
    </a>
  );
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t().thread}</h2>
      <ol class={styles.thread}>
        <For each={threadOf(props.versions, props.landmarks)}>
          {(piece) => (
            <Switch>
              <Match when={piece.type === 'single' && piece.version}>
                {(version) => (
                  <li
                    class={styles.named}
                    data-chosen={version().versionId === props.chosen || undefined}
                  >
                    <i />
                    <Version version={version()} />
                  </li>
                )}
              </Match>
              <Match when={piece.type === 'landmark' && piece.landmark}>
                {(landmark) => (
                  <li>
                    <i data-landmark />
                    <a class={styles.version} href={landmark().href}>
                      <b>{landmark().name}</b>
                      <span>
                        {t().by(momentWords(landmark().at), landmark().byName)}. {landmark().way}
                      </span>
                    </a>
                  </li>
                )}
              </Match>
              <Match when={piece.type === 'fold' && piece.versions}>
                {(versions) => (
                  <li class={styles.fold}>
                    <span class={styles.pleat}>
                      <Pleat />
                    </span>
                    <details open={versions().some(({ versionId }) => versionId === props.chosen)}>
                      <summary>{t().saves(versions().length)}</summary>
                      <ol>
                        <For each={versions()}>
                          {(version) => (
                            <li>
                              <Version version={version} />
                            </li>
                          )}
                        </For>
                      </ol>
                    </details>
                  </li>
                )}
              </Match>
            </Switch>
          )}
        </For>
        <li class={styles.now}>
          <i />
          <a class={styles.version} href={`/dokument/${props.documentId}`}>
            <b>{t().now}</b>
            <span>{t().nowAbout}</span>
          </a>
        </li>
      </ol>
    </section>
  );
}
