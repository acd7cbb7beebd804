import { createEffect, createSignal, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { DoorForm, DoorHead } from '../../../ui/LinkDoor.tsx';
import type { OpenProps } from './open-door.ts';
import { words } from './words.ts';

/**
 * Nobody is here yet: who comes in says who they are, and runs the school from then on. Who comes again is known, and says their
 * address alone.
 */
export function FirstAdministrator(props: OpenProps) {
  const t = useWords(words);
  const [name, setName] = createSignal('');
  const [email, setEmail] = createSignal('');
  let form!: HTMLFormElement;
  const again = () => props.door.as === 'administrator-again';
  const problemOf = (field: 'name' | 'email') => {
    const { problem } = props;
    const own = problem?.startsWith('name-')
      ? 'name'
      : problem?.includes('address')
        ? 'email'
        : null;
    return problem && own === field ? t().problems[problem] : undefined;
  };
  const otherProblem = () => {
    const { problem } = props;
    return problem && !problemOf('name') && !problemOf('email') ? t().problems[problem] : undefined;
  };
  createEffect(() => {
    if (problemOf('name') || problemOf('email'))
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
  return (
    <>
      <DoorHead>
        <h1>{again() ? t().againTitle : t().firstTitle}</h1>
        <p>{again() ? t().againAbout : t().firstAbout}</p>
      </DoorHead>
      <DoorForm
        ref={(element) => {
          form = element;
        }}
        words={t()}
        enterLabel={t().enter}
        entering={props.entering}
        problem={otherProblem()}
        onEnter={() => props.onEnter({ name: name(), email: email() })}
      >
        <Show when={!again()}>
          <Field
            label={t().name}
            description={t().nameAbout}
            error={problemOf('name')}
            value={name()}
            autocomplete="name"
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Show>
        <Field
          label={t().address}
          description={t().addressAbout}
          error={problemOf('email')}
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
      </DoorForm>
    </>
  );
}
