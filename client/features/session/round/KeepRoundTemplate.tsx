import { createSignal, Show } from 'solid-js';
import {
  ROUND_TEMPLATE_NAME_MAX,
  type RoundTemplate,
} from '#shared/features/session/round/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { RoundTemplates } from './round-templates.ts';
import styles from './StartRound.module.css';
import { words } from './words.ts';

/** Keeps what is written in the form under a name, for the next time. */
export function KeepRoundTemplate(props: {
  readonly templates: RoundTemplates;
  /** As it is written now; undefined while there is no question, which is said then. */
  readonly read: () => Omit<RoundTemplate, 'id' | 'name'> | undefined;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  const [name, setName] = createSignal('');
  const [tried, setTried] = createSignal(false);
  let opener: HTMLButtonElement | undefined;
  let field: HTMLInputElement | undefined;
  const close = () => {
    setOpen(false);
    setName('');
    setTried(false);
    opener?.focus();
  };
  const begin = () => {
    if (!props.read()) return;
    props.templates.forgetProblem();
    setOpen(true);
    field?.focus();
  };
  const save = async () => {
    const written = props.read();
    setTried(true);
    if (name().trim() === '') return field?.focus();
    if (written && (await props.templates.keep({ name: name().trim(), ...written }))) close();
  };
  return (
    <Show
      when={open()}
      fallback={
        <Button ref={opener} look="quiet" size="small" onClick={begin}>
          {t().own.keep}
        </Button>
      }
    >
      <div class={styles.keep}>
        <Field
          ref={field}
          lang={PROGRAMME_LANGUAGE}
          label={t().own.name}
          description={t().own.keepAbout}
          error={tried() && name().trim() === '' ? t().own.nameMissing : undefined}
          maxLength={ROUND_TEMPLATE_NAME_MAX}
          autocomplete="off"
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It stands in the form that begins the round.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void save();
          }}
        />
        <div class={styles.templates}>
          <Button size="small" onClick={() => void save()}>
            {t().own.save}
          </Button>
          <Button look="quiet" size="small" onClick={close}>
            {t().own.cancel}
          </Button>
        </div>
      </div>
    </Show>
  );
}
