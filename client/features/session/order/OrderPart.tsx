import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { chatIcon, doorIcon } from '../../../ui/icons.ts';
import { PeopleGroup } from '../roster/PeopleList.tsx';
import styles from './OrderPart.module.css';
import type { OrderStore } from './order-store.ts';
import { words } from './words.ts';

/** Among the people, for teachers, with sound and picture or without: who comes in, and who writes. */
export function OrderPart(props: { readonly order: OrderStore }) {
  const t = useWords(words);
  return (
    <PeopleGroup id="people-order" title={t().title}>
      <ul class={styles.list}>
        <Row
          icon={doorIcon}
          says={props.order.locked() ? t().unlock : t().lock}
          about={props.order.locked() ? t().standing.locked : t().standing.open}
          onPress={() => props.order.lock(!props.order.locked())}
        />
        <Row
          icon={chatIcon}
          says={props.order.chatClosed() ? t().openChat : t().closeChat}
          about={props.order.chatClosed() ? t().standing.chatClosed : t().standing.chatOpen}
          onPress={() => props.order.closeChat(!props.order.chatClosed())}
        />
      </ul>
    </PeopleGroup>
  );
}

function Row(props: {
  readonly icon: string;
  readonly says: string;
  readonly about: string;
  readonly onPress: () => void;
}) {
  return (
    <li class={styles.row}>
      <span class={styles.about}>{props.about}</span>
      <Button size="small" icon={props.icon} onClick={() => props.onPress()}>
        {props.says}
      </Button>
    </li>
  );
}
