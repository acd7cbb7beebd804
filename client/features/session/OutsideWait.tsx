import { Skeleton } from '../../ui/Skeleton.tsx';
import { SlackThread } from '../../ui/Thread.tsx';
import styles from './OutsideRoom.module.css';

/** Where a notice will stand as soon as it is known which: nobody who has just lost their place looks at an empty page. */
export function OutsideWait(props: { readonly label: string }) {
  return (
    <section class={styles.notice}>
      <SlackThread />
      <Skeleton label={props.label} shapes={['heading', 'line']} inWords />
    </section>
  );
}
