import { useWords } from '../../../platform/language.ts';
import { PasskeyName } from './PasskeyName.tsx';
import { secondFactorApi } from './second-factor-api.ts';
import { words } from './words.ts';

/** A name first, then the browser's own question: after that the key is there. */
export function AddPasskey(props: {
  onAdded: (codes: readonly string[]) => void;
  onCancel: () => void;
}) {
  const t = useWords(words);
  return (
    <PasskeyName
      action={t().addPasskey}
      onNamed={async (name) => {
        const answer = await secondFactorApi.addPasskey(name);
        if (!answer.ok) return answer;
        props.onAdded(answer.value.codes);
        return undefined;
      }}
      onCancel={props.onCancel}
    />
  );
}
