import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { Agenda } from '#shared/features/session/agenda/model.ts';
import { editableAgenda } from '#shared/features/session/agenda/queries.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { AgendaEditor } from '../agenda/AgendaEditor.tsx';
import { createAgendaEditing } from '../agenda/agenda-editing.ts';
import { words } from '../agenda/editing-words.ts';
import { words as doorWords } from './words.ts';

/** Another teacher may be changing it too. */
const FRESH_MS = 10_000;

/** The agenda of a session that one is not in, to be changed: asked for, and sent over the page's own line. */
export function PlanToChange(props: {
  readonly sessionId: SessionId;
  readonly endsAt: Instant;
  readonly me: PersonId;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const door = useWords(doorWords);
  const refusals = useWords(refusalWords);
  const { sessionId } = props;
  live.start(props.me);
  const [known, setKnown] = createSignal<'asking' | 'ready' | 'failed'>('asking');
  const [failed, setFailed] = createSignal<string>();
  const [sending, setSending] = createSignal(0);
  const [agenda, setAgenda] = createStore<Agenda>({
    ...{ startsAt: 0, items: [], version: 0, currentId: null, since: null },
  });
  let over = false;
  onCleanup(() => {
    over = true;
  });

  const show = (now: Agenda) => {
    // A slow answer must not bring back what was there before.
    if (over || now.version < agenda.version) return;
    setAgenda(reconcile(now, { key: 'id' }));
    setKnown('ready');
  };
  async function ask(): Promise<void> {
    const answered = await askOverHttp(editableAgenda, { sessionId });
    if (over) return;
    if (answered.ok) return show(answered.value.agenda);
    if (known() === 'ready') return;
    const { refusal } = answered;
    setFailed(refusal === 'offline' ? door().couldNotFetchAbout : refusals()[refusal]);
    setKnown('failed');
  }
  onMount(ask);
  refetchEvery(FRESH_MS, { refetch: () => void ask() });

  const editing = createAgendaEditing({
    sessionId,
    agenda,
    endsAt: () => props.endsAt,
    waits: () =>
      sending() > 0 && live.connection.state().status !== 'online' ? 'line' : undefined,
    send: async (command, input) => {
      setSending((count) => count + 1);
      const outcome = await live.send(command, input, { lasting: false });
      setSending((count) => count - 1);
      if (outcome.ok && 'agenda' in outcome.value) show(outcome.value.agenda);
      else await ask();
      return outcome;
    },
  });
  return (
    <Show
      when={known() !== 'failed'}
      fallback={
        <p role="alert">
          {failed()}{' '}
          <Button size="small" onClick={() => void ask()}>
            {door().tryAgain}
          </Button>
        </p>
      }
    >
      <Show
        when={known() === 'ready'}
        fallback={<Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />}
      >
        <AgendaEditor editing={editing} onDone={() => props.onDone()} />
      </Show>
    </Show>
  );
}
