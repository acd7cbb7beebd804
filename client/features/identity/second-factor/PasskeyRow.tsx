import type { OwnPasskey } from '#shared/features/identity/second-factor/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Row } from '../../../ui/RowList.tsx';
import { momentOf } from '../sign-in-name.ts';
import styles from './SecondFactors.module.css';
import { words } from './words.ts';

/** One passkey in the list, with what can be done with it. */
export function PasskeyRow(props: {
  passkey: OwnPasskey;
  onRename: () => void;
  onRemove: () => void;
}) {
  const t = useWords(words);
  const about = () => {
    const { createdAt, lastUsedAt } = props.passkey;
    const made = t().passkeyMadeAt(momentOf(createdAt));
    return lastUsedAt === null ? made : `${made}, ${t().passkeyUsedAt(momentOf(lastUsedAt))}`;
  };
  return (
    <Row
      name={props.passkey.name}
      about={about()}
      after={
        <div class={styles.acts}>
          <Button
            size="small"
            aria-label={t().renameNamed(props.passkey.name)}
            onClick={() => props.onRename()}
          >
            {t().rename}
          </Button>
          <Button
            size="small"
            aria-label={t().removeNamed(props.passkey.name)}
            onClick={() => props.onRemove()}
          >
            {t().remove}
          </Button>
        </div>
      }
    />
  );
}
