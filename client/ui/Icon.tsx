import styles from './Icon.module.css';

/** A drawn sign beside its word. Hidden from screen readers: the word says it. */
export function Icon(props: { path: string; small?: boolean | undefined }) {
  return (
    <svg
      class={styles.icon}
      classList={{ [styles.small ?? '']: props.small ?? false }}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={props.path} />
    </svg>
  );
}
