import { createResource, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { ShowAgain } from './ShowAgain.tsx';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

/** The same as `ShowAgain`, for a page that does not know yet what the person has to show. */
export function ProveAgain(props: { readonly onShown: () => void; readonly onCancel: () => void }) {
  const t = useWords(words);
  const [has] = createResource(() => secondFactorApi.own());
  const mine = () => {
    const answer = has();
    return answer?.ok && answer.value;
  };
  return (
    <Show
      when={mine()}
      fallback={<p role="status">{has.loading ? t().fetching : t().couldNotFetch}</p>}
    >
      {(known) => <ShowAgain has={known()} onShown={props.onShown} onCancel={props.onCancel} />}
    </Show>
  );
}
