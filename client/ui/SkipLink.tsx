import styles from './SkipLink.module.css';

/** Seen only in focus: jumps past the frame. `target` is an element id; the hash never enters the router. */
export function SkipLink(props: { target: string; children: string }) {
  const jump = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(props.target)?.focus();
  };
  return (
    <a class={styles.skip} href={`#${props.target}`} onClick={jump}>
      {props.children}
    </a>
  );
}
