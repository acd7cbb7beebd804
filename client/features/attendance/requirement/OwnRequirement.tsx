import { For, Show } from 'solid-js';
import type { Requirement, Stands } from '#shared/features/attendance/requirement/model.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import styles from '../Attendance.module.css';
import { words } from './words.ts';

/** What a course requires, how one stands to it, and where it is little, what can be done and whom to talk to. */
export function OwnRequirement(props: { readonly requirement: Requirement }) {
  const t = useWords(words);
  const parts = () => {
    const { sessions, gatherings } = props.requirement;
    return [
      ...(sessions ? [{ stands: sessions, what: t().ofSessions(sessions.percent) }] : []),
      ...(gatherings ? [{ stands: gatherings, what: t().ofGatherings(gatherings.percent) }] : []),
    ];
  };
  const isLow = () => parts().some(({ stands }) => stands.state !== 'kept');
  const isUnder = () => parts().some(({ stands }) => stands.state === 'under');
  const said = ({ share, state, needed }: Stands) => {
    if (share === null) return '';
    if (state === 'kept') return `${t().share(share)} ${t().kept}`;
    if (state === 'near') return `${t().share(share)} ${t().near}`;
    return `${t().share(share)} ${needed === null ? t().way : t().back(needed)}`;
  };
  const names = () =>
    props.requirement.talkTo.length > 0
      ? inARow(language(), props.requirement.talkTo)
      : t().theTeacher;
  return (
    <div class={styles.required}>
      <For each={parts()}>
        {({ stands, what }) => (
          <p>
            {t().required(what)} {said(stands)}
          </p>
        )}
      </For>
      <Show when={isLow()}>
        <p>{t().talkTo(names())}</p>
      </Show>
      <Show when={isUnder()}>
        <p class={styles.quiet}>{props.requirement.othersSee ? t().othersSee : t().youFirst}</p>
      </Show>
    </div>
  );
}
