import { Show } from 'solid-js';
import type { PreparedPoll } from '#shared/features/session/poll/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { PreparedList } from '../PreparedList.tsx';
import type { PreparedPolls as Prepared } from './prepared-polls.ts';
import { words } from './words.ts';

/** What stands ready, each to be taken away, and in the session to be asked by one press. */
export function PreparedPolls(props: {
  readonly prepared: Prepared;
  readonly onAsk?: (poll: PreparedPoll) => void;
}) {
  const t = useWords(words);
  const about = ({ occasion, form, named }: PreparedPoll) =>
    [
      t().occasions[occasion],
      t().kinds[form.kind].toLowerCase(),
      t().seenBy[named ? 'named' : 'anonymous'].name.toLowerCase(),
    ].join(', ');
  return (
    <PreparedList
      title={t().prepared.title}
      items={props.prepared.polls()}
      nameOf={({ question }) => question}
      aboutOf={about}
      remove={t().remove}
      onRemove={({ id }) => props.prepared.drop(id)}
      problem={props.prepared.problem()}
      ways={(poll) => (
        <Show when={props.onAsk}>
          {(ask) => (
            <Button size="small" onClick={() => ask()(poll())}>
              {t().begin}
              <span class="visually-hidden"> «{poll().question}»</span>
            </Button>
          )}
        </Show>
      )}
    />
  );
}
