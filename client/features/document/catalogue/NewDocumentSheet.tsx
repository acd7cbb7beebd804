import { createSignal, Match, Show, Switch } from 'solid-js';
import { createDocument } from '#shared/features/document/catalogue/commands.ts';
import { type CreationPlace, TITLE_LENGTH_MAX } from '#shared/features/document/catalogue/model.ts';
import { documentTemplates, whereToCreate } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { refusalWords } from '../refusal-words.ts';
import styles from './NewDocumentSheet.module.css';
import { creationWords, KIND_ORDER } from './place-words.ts';
import { words } from './words.ts';

export type NewDocumentProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onMade: (documentId: DocumentId) => void;
};

/** A name, where it belongs, and what it begins with. */
export function NewDocumentSheet(props: NewDocumentProps) {
  const t = useWords(words);
  createReturnFocus(() => props.open);
  return (
    <Sheet
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t().newDocument}
      closeLabel={t().close}
      startsInField
    >
      <Places onMade={props.onMade} />
    </Sheet>
  );
}

function Places(props: { readonly onMade: (documentId: DocumentId) => void }) {
  const t = useWords(words);
  const places = createQuery(whereToCreate, () => ({}));
  const failed = () => places.state().status === 'failed' && !places.value();
  return (
    <Switch>
      <Match when={places.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
      </Match>
      <Match when={failed()}>
        <ErrorState
          title={t().couldNotFetch}
          action={<Button onClick={places.refetch}>{t().tryAgain}</Button>}
        >
          {t().couldNotFetchAbout}
        </ErrorState>
      </Match>
      <Match when={places.value()}>
        {(value) => <NewDocumentForm places={value().places} onMade={props.onMade} />}
      </Match>
    </Switch>
  );
}

function NewDocumentForm(props: {
  readonly places: readonly CreationPlace[];
  readonly onMade: (documentId: DocumentId) => void;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const templates = createQuery(documentTemplates, () => ({}));
  // Nobody else sees it before one has said so.
  const own = props.places.findIndex((one) => one.kind === 'personal');
  const [title, setTitle] = createSignal('');
  const [place, setPlace] = createSignal(Math.max(0, own));
  const [template, setTemplate] = createSignal('');
  const [wrong, setWrong] = createSignal<string>();
  const [sending, setSending] = createSignal(false);

  let nameField: HTMLInputElement | undefined;

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const chosen = props.places[place()];
    if (title().trim() === '') {
      setWrong(t().titleNeeded);
      nameField?.focus();
      return;
    }
    if (!chosen || sending()) return;
    setSending(true);
    const outcome = await live.send(createDocument, {
      kind: chosen.kind,
      title: title().trim(),
      ...(chosen.groupId && { groupId: chosen.groupId }),
      ...(chosen.sessionId && { sessionId: chosen.sessionId }),
      ...(chosen.courseId && { courseId: chosen.courseId }),
      ...(template() !== '' && { templateId: template() as DocumentId }),
    });
    setSending(false);
    if (outcome.ok) props.onMade(outcome.value.documentId);
    else setWrong(refusals()[outcome.refusal]);
  }
  const placeGroups = () =>
    KIND_ORDER.flatMap((kind) => {
      const options = props.places.flatMap((one, at) =>
        one.kind === kind ? [{ value: String(at), label: creationWords(t(), one) }] : [],
      );
      return options.length > 0 ? [{ label: t().kindsOfPlace[kind], options }] : [];
    });
  const templateOptions = () => [
    { value: '', label: t().emptyPage },
    ...(templates.value()?.templates ?? []).map((one) => ({
      value: one.documentId,
      label: one.place === null ? one.title : `${one.title} (${one.place})`,
    })),
  ];
  return (
    <form class={styles.form} onSubmit={make} novalidate>
      <Field
        ref={nameField}
        label={t().title}
        error={wrong()}
        value={title()}
        maxlength={TITLE_LENGTH_MAX}
        autocomplete="off"
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        label={t().where}
        description={t().whereAbout}
        value={String(place())}
        groups={placeGroups()}
        onChange={(event) => setPlace(Number(event.currentTarget.value))}
      />
      <Show when={templateOptions().length > 1}>
        <Select
          label={t().template}
          value={template()}
          groups={[{ options: templateOptions() }]}
          onChange={(event) => setTemplate(event.currentTarget.value)}
        />
      </Show>
      <p>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {t().create}
        </Button>
      </p>
    </form>
  );
}
