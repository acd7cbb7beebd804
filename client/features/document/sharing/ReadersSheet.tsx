import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import { shareDocument, unshareDocument } from '#shared/features/document/sharing/commands.ts';
import { documentReaders, peopleToShareWith } from '#shared/features/document/sharing/queries.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { eyeIcon } from '../../../ui/icons.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { refusalWords } from '../refusal-words.ts';
import styles from './ReadersSheet.module.css';
import { type Named, ShareForm } from './ShareForm.tsx';
import { words } from './words.ts';

type Group = OutputOf<typeof documentReaders>['groups'][number];

/** "Hvem kan se dette?", one press away from every document; its owner shares from here too. */
export function ReadersButton(props: {
  readonly documentId: DocumentId;
  readonly mayShare: boolean;
  /** Who it is, where one line can say it; the question otherwise. */
  readonly label?: string;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  return (
    <>
      <Button look="link" size="small" icon={eyeIcon} onClick={() => setOpen(true)}>
        {props.label ?? t().whoSees}
      </Button>
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t().whoSees}
        closeLabel={t().close}
        startsInField
      >
        {/* Anew where the right to share comes or goes: then there are names to fetch. */}
        <Show when={props.mayShare} fallback={<Readers {...props} />}>
          <Readers {...props} />
        </Show>
      </Sheet>
    </>
  );
}

function Readers(props: { readonly documentId: DocumentId; readonly mayShare: boolean }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const readers = createQuery(documentReaders, () => ({ documentId: props.documentId }));
  const offered =
    props.mayShare && createQuery(peopleToShareWith, () => ({ documentId: props.documentId }));
  const [problem, setProblem] = createSignal<string>();
  // All at once: the sheet begins where one chooses, and moves no more.
  const loading = () =>
    readers.state().status === 'loading' || (offered && offered.state().status === 'loading');
  const people = () => (offered ? (offered.value()?.people ?? []) : []);
  function refetch(): void {
    readers.refetch();
    if (offered) offered.refetch();
  }
  const failed = () => readers.state().status === 'failed' && !readers.value();

  async function share(who: Named): Promise<boolean> {
    const outcome = await live.send(shareDocument, {
      documentId: props.documentId,
      with: who,
      right: 'read',
    });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().shared(outcome.value.displayName));
    refetch();
    return outcome.ok;
  }
  async function unshare(personId: PersonId, name: string): Promise<void> {
    const outcome = await live.send(unshareDocument, { documentId: props.documentId, personId });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().takenBack(name));
    refetch();
  }
  return (
    <Switch>
      <Match when={loading()}>
        <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
      </Match>
      <Match when={failed()}>
        <ErrorState
          title={t().couldNotFetch}
          action={<Button onClick={readers.refetch}>{t().tryAgain}</Button>}
        >
          {t().couldNotFetchAbout}
        </ErrorState>
      </Match>
      <Match when={readers.value()}>
        {(value) => (
          <div class={styles.all}>
            <For each={value().groups}>
              {(group) => (
                <ReaderGroup group={group} mayShare={props.mayShare} onUnshare={unshare} />
              )}
            </For>
            <Show when={props.mayShare}>
              <ShareForm people={people()} problem={problem()} onShare={share} />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function ReaderGroup(props: {
  readonly group: Group;
  readonly mayShare: boolean;
  readonly onUnshare: (personId: PersonId, name: string) => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const can = () => (props.group.mayEdit ? t().mayEdit : t().mayRead);
  return (
    <section class={styles.group}>
      <h3 id={id}>
        {t().because[props.group.because]} <span>{can()}</span>
      </h3>
      <RowList labelledBy={id}>
        <For each={props.group.people}>
          {(person) => (
            <Row
              before={<Portrait personId={person.personId} />}
              name={person.displayName}
              about={person.right === 'comment' ? t().mayComment : undefined}
              after={
                props.mayShare && props.group.because === 'shared' ? (
                  <Button
                    look="quiet"
                    size="small"
                    danger
                    aria-label={t().takeBackFrom(person.displayName)}
                    onClick={() => props.onUnshare(person.personId, person.displayName)}
                  >
                    {t().takeBack}
                  </Button>
                ) : undefined
              }
            />
          )}
        </For>
      </RowList>
      <Show when={props.group.more > 0}>
        <p class={styles.more}>{t().andMore(props.group.more)}</p>
      </Show>
    </section>
  );
}
