import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { type AboutSession, showCareSheet } from '../care-sheet.ts';
import { words } from './words.ts';

/** On a session's page: something that happened there can be reported. Quiet, and last. */
export function ReportLine(props: { readonly session: AboutSession }) {
  const t = useWords(words);
  return (
    <p>
      <Button
        look="link"
        aria-haspopup="dialog"
        onClick={() => {
          const { sessionId, title } = props.session;
          showCareSheet({ view: 'concern', session: { sessionId, title } });
        }}
      >
        {t().report}
      </Button>
    </p>
  );
}
