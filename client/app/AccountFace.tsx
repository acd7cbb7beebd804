import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { Icon } from '../ui/Icon.tsx';
import { downIcon } from '../ui/icons.ts';
import { Portrait } from '../ui/Portrait.tsx';
import styles from './AccountFace.module.css';

/** What stands on the button of the account menu: the portrait alone on a phone, with the name on a desktop. */
export function AccountFace(props: { person: SignedIn }) {
  return (
    <>
      <Portrait personId={props.person.personId} size="frame" />
      <span class={styles.name}>{props.person.givenName}</span>
      <Icon path={downIcon} small />
    </>
  );
}
