import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { type AboutSession, showCareSheet } from '../care-sheet.ts';
import { words } from './words.ts';

/** In the room, under the agenda: opens it over the room. `onOpen` closes what lies there already. */
export function AgreementButton(props: {
  readonly session: AboutSession;
  readonly onOpen: () => void;
}) {
  const t = useWords(words);
  return (
    <p>
      <Button
        look="quiet"
        size="small"
        aria-haspopup="dialog"
        onClick={() => {
          props.onOpen();
          // When focus is back where that was opened: there it returns from here too.
          setTimeout(() => showCareSheet({ view: 'agreement', session: props.session }));
        }}
      >
        {t().title}
      </Button>
    </p>
  );
}
