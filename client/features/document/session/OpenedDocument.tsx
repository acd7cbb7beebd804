import { createMemo, createSignal, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { createInSight } from '../../../platform/in-sight.ts';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon, editIcon, lockIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { GoneDocument } from '../editing/GoneDocument.tsx';
import { LostWords } from '../editing/LostWords.tsx';
import { createOpenDocument, type OpenDocument } from '../editing/open-document.ts';
import { PeopleHere } from '../editing/PeopleHere.tsx';
import { SaveLine } from '../editing/SaveLine.tsx';
import { StandingSigns } from '../editing/StandingSigns.tsx';
import { caretsHidden, toolsPinned } from '../editing/shown-choices.ts';
import { standingIn } from '../editing/standing.ts';
import { words as editingWords } from '../editing/words.ts';
import { ReadersButton } from '../sharing/ReadersSheet.tsx';
import styles from './SessionDocuments.module.css';
import { words } from './words.ts';

const DocumentText = lazy(async () => ({
  default: (await import('../editing/DocumentText.tsx')).DocumentText,
}));

/** A document open in a session, in the panel or on the stage's sheet: its text and how it is saved, without the page around it. */
export function OpenedDocument(props: {
  readonly documentId: DocumentId;
  readonly me: PersonId;
  /** Where its title stands among the headings around it. */
  readonly level: 'h2' | 'h3';
}) {
  const editing = useWords(editingWords);
  const open = createOpenDocument(props.documentId, props.me);
  return (
    <div class={styles.open}>
      <LostWords lost={open.lostWords()} onDone={open.dropLostWords} />
      <Switch>
        <Match when={open.state() === 'open'}>
          <Text open={open} level={props.level} />
        </Match>
        <Match when={open.state() === 'loading'}>
          <Skeleton label={editing().fetching} shapes={['name', 'line', 'line']} />
        </Match>
        <Match when={open.state() === 'gone'}>
          <GoneDocument documentId={props.documentId} onTakenBack={open.refetch} inPlace />
        </Match>
        <Match when={true}>
          <ErrorState
            title={editing().unreachable}
            action={<Button onClick={open.refetch}>{editing().tryAgain}</Button>}
          >
            {editing().unreachableAbout}
          </ErrorState>
        </Match>
      </Switch>
    </div>
  );
}

function Text(props: { readonly open: OpenDocument; readonly level: 'h2' | 'h3' }) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  const wide = createMediaQuery(WIDE);
  const [writing, setWriting] = createSignal(false);
  const [text, setText] = createSignal<{ readonly write: () => void }>();
  const standing = createMemo(() => standingIn(props.open, text() !== undefined));
  const status = createInSight();
  const item = () => props.open.about()?.item;
  const editable = () => props.open.mayWrite() && (wide() || writing());
  const pinned = () => toolsPinned.chosen() || !wide();
  const title = () => item()?.title ?? '';
  let wayOut: HTMLHeadingElement | undefined;
  return (
    <>
      <Dynamic
        component={props.level}
        ref={(heading: HTMLHeadingElement) => {
          wayOut = heading;
        }}
        class={styles.title}
        tabindex="-1"
      >
        {title()}
      </Dynamic>
      <div ref={status.watch} class={styles.status}>
        <SaveLine standing={standing()} />
        <Show when={item()?.frozen}>
          <span class={styles.lock}>
            <Icon path={lockIcon} small />
            {editing().frozen}
          </span>
        </Show>
        <ReadersButton
          documentId={props.open.documentId}
          mayShare={props.open.about()?.rights.share ?? false}
        />
        <PeopleHere others={props.open.others()} />
        <Show when={props.open.mayWrite() && !wide()}>
          <Button
            class={styles.write}
            wide
            data-writing={writing() ? '' : undefined}
            size={writing() ? 'small' : 'medium'}
            icon={writing() ? checkIcon : editIcon}
            onClick={() => {
              setWriting(!writing());
              if (writing()) text()?.write();
            }}
          >
            {writing() ? editing().stopWriting : editing().write}
          </Button>
        </Show>
      </div>
      <Suspense fallback={<Skeleton label={editing().fetching} shapes={['line', 'line']} />}>
        <Show when={props.open.provider()} keyed>
          {(provider) => (
            <DocumentText
              compact
              documentId={props.open.documentId}
              provider={provider}
              pictures={props.open.pictures}
              title={title()}
              editable={editable()}
              mayBegin={props.open.mayWrite()}
              pinned={pinned()}
              caretsHidden={caretsHidden.chosen()}
              signs={
                <StandingSigns
                  standing={standing()}
                  lineInSight={status.inSight()}
                  writing={editable()}
                  tools={editable() && pinned() ? 'row' : undefined}
                  frozen={item()?.frozen ?? false}
                  handedIn={item()?.handedIn ?? false}
                  locksInSight={status.inSight()}
                />
              }
              onShown={(write) => setText({ write })}
              onLeave={() => wayOut?.focus()}
              onReopen={props.open.reopen}
            />
          )}
        </Show>
      </Suspense>
      <p class={styles.ownWindow}>
        <LinkButton
          look="link"
          size="small"
          href={`/dokument/${props.open.documentId}`}
          target="_blank"
        >
          {t().ownWindow}
        </LinkButton>
      </p>
    </>
  );
}
