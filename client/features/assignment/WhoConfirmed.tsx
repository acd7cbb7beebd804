import { For } from 'solid-js';
import type { PaperState } from '#shared/features/assignment/submission/model.ts';
import { standingOf, waitOf } from '#shared/features/assignment/submission/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../platform/language.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import styles from './Assignment.module.css';
import type { About } from './answers.ts';
import { dueSentence, moment } from './when.ts';
import { words } from './words.ts';

/** Those who answer together, what each has said, and whom it goes to. */
export function WhoConfirmed(props: {
  readonly about: About;
  readonly paper: About['papers'][number];
  readonly me: PersonId;
  readonly state: PaperState;
}) {
  const t = useWords(words);
  const standing = (personId: PersonId) => standingOf(props.state, personId, props.paper.text);

  function saidOf(personId: PersonId): string {
    const asked = waitOf(props.state, personId);
    if (asked) {
      const since = moment(t(), asked.at, props.about.now);
      return personId === props.me ? t().youWaitSince(since) : t().waitsSince(since);
    }
    const said = props.state.confirmations.find((each) => each.personId === personId);
    if (!said) return t().notConfirmed;
    const when = moment(t(), said.at, props.about.now);
    return standing(personId) === 'confirmed' ? t().confirmedAt(when) : t().changedSince(when);
  }

  return (
    <ol class={styles.thread} aria-label={t().members}>
      <For each={props.paper.members}>
        {(member) => (
          <li data-said={standing(member.personId) === 'confirmed' ? 'yes' : undefined}>
            <i aria-hidden="true" />
            <Portrait
              personId={member.personId}
              ring={member.personId === props.me ? 'you' : undefined}
            />
            <span>
              <b>{member.personId === props.me ? t().you : member.displayName}</b>
              <span class={styles.quiet}>{saidOf(member.personId)}</span>
            </span>
          </li>
        )}
      </For>
      <li data-end>
        <i aria-hidden="true" />
        <span>
          <b>
            {t().goesTo(
              inARow(
                language(),
                props.about.teachers.map(({ displayName }) => displayName),
              ),
            )}
          </b>
          <span class={styles.quiet}>{dueSentence(t(), props.about.dueAt, props.about.now)}</span>
        </span>
      </li>
    </ol>
  );
}
