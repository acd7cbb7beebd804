import { createSignal, createUniqueId, type JSX, Show, Suspense } from 'solid-js';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './PreparedPart.module.css';

/** On a session's page, for its teachers: the way to what they make ready for it, which comes when it is asked for. */
export function PreparedPart(props: {
  readonly title: string;
  readonly about: string;
  readonly show: string;
  readonly hide: string;
  readonly fetching: string;
  readonly children: JSX.Element;
}) {
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <p class={styles.quiet}>{props.about}</p>
      <Button size="small" aria-expanded={open()} onClick={() => setOpen(!open())}>
        {open() ? props.hide : props.show}
      </Button>
      <Show when={open()}>
        <Suspense fallback={<Skeleton label={props.fetching} shapes={['line', 'name']} />}>
          {props.children}
        </Suspense>
      </Show>
    </section>
  );
}
