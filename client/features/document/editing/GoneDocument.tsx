import { createSignal, Match, Show, Switch } from 'solid-js';
import { takeBackDocument } from '#shared/features/document/catalogue/commands.ts';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { trashedDocument } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { shortDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { refusalWords } from '../refusal-words.ts';
import { goneWords } from './gone-words.ts';
import { words } from './words.ts';

/**
 * In place of a document that is not to be had: whoever may take it out of the trash is told that it lies there, and who
 * put it there. For everybody else it is one and the same whether it is gone, or not for them.
 */
export function GoneDocument(props: {
  readonly documentId: DocumentId;
  readonly onTakenBack: () => void;
  /** It was open here, and all that one wrote is in it, or some of it stands beside this. */
  readonly wasOpen?: 'saved' | 'not-saved' | undefined;
  /** On a page of something else, which one is not to be led away from. */
  readonly inPlace?: boolean;
}) {
  const t = useWords(words);
  const gone = useWords(goneWords);
  const refusals = useWords(refusalWords);
  const lying = createQuery(trashedDocument, () => ({ documentId: props.documentId }));
  const [problem, setProblem] = createSignal<string>();

  async function takeBack(): Promise<void> {
    const outcome = await live.send(takeBackDocument, { documentId: props.documentId });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    props.onTakenBack();
  }
  return (
    <Switch
      fallback={
        <ErrorState
          title={props.wasOpen ? t().goneNow : t().gone}
          action={
            props.inPlace ? undefined : (
              <LinkButton href="/dokumenter">{t().toDocuments}</LinkButton>
            )
          }
        >
          {props.wasOpen ? t().goneNowAbout : t().goneAbout}
          <Show when={props.wasOpen === 'saved'}> {t().goneSaved}</Show>
        </ErrorState>
      }
    >
      <Match when={lying.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'line']} />
      </Match>
      <Match when={lying.value()}>
        {(found) => (
          <ErrorState
            title={gone().inTrash(found().item.title)}
            action={
              <>
                <Button look="filled" onClick={takeBack}>
                  {gone().takeBack}
                </Button>
                <Show when={!props.inPlace}>
                  <LinkButton href="/dokumenter?vis=papirkurven">{gone().toTrash}</LinkButton>
                </Show>
              </>
            }
          >
            {gone().putThereBy(found().byName)}{' '}
            <Show when={found().item.goneAt}>
              {(at) => <>{gone().until(groupOf(found().item), shortDate(language(), at()))}</>}
            </Show>
            <Show when={problem()}>{(said) => <strong> {said()}</strong>}</Show>
          </ErrorState>
        )}
      </Match>
    </Switch>
  );
}

/** Everybody in a group may take out what is the group's. */
const groupOf = (item: DocumentItem) => (item.kind === 'group' ? item.place : null);
