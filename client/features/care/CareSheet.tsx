import { Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { NATIONAL_LINES } from '#shared/features/care/support-card/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../platform/language.ts';
import { createReturnFocus } from '../../platform/return-focus.ts';
import { Button } from '../../ui/Button.tsx';
import { editIcon } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { who } from '../identity/public.ts';
import { Agreement } from './agreement/Agreement.tsx';
import { words as agreementWords } from './agreement/words.ts';
import styles from './CareSheet.module.css';
import { careSheet, showCareSheet } from './care-sheet.ts';
import { ConcernForm } from './concern/ConcernForm.tsx';
import { words as concernWords } from './concern/words.ts';
import { CallList } from './support-card/CallList.tsx';
import { card, fetchCard } from './support-card/card.ts';
import { titleWords } from './support-card/title.ts';
import { words } from './support-card/words.ts';
import { WayOn } from './WayOn.tsx';

/**
 * Whom to call now, over whatever page one is on, and from there whom to tell. The school's part of the card is fetched when the
 * page stands and when the network comes back, never when the card is opened: nobody can tell that it was (SUPPORT-3).
 */
export function CareSheet() {
  const t = useWords(words);
  const called = useWords(titleWords);
  const concern = useWords(concernWords);
  createReturnFocus(() => careSheet() !== undefined);
  const again = () => void fetchCard();
  onMount(() => {
    again();
    addEventListener('online', again);
  });
  onCleanup(() => removeEventListener('online', again));
  const agreement = useWords(agreementWords);
  const view = () => careSheet()?.view ?? 'card';
  const me = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person.personId : undefined;
  };
  const toCard = () => showCareSheet({ view: 'card', session: careSheet()?.session });
  const titles = {
    card: () => called().title,
    concern: () => concern().report,
    agreement: () => agreement().title,
  };
  return (
    <Sheet
      open={careSheet() !== undefined}
      onOpenChange={(open) => !open && showCareSheet(undefined)}
      title={titles[view()]()}
      closeLabel={t().close}
      pinned={
        <Show when={view() === 'card'}>
          <p class={styles.intro}>{t().intro}</p>
        </Show>
      }
    >
      <Switch fallback={<Card />}>
        <Match when={view() === 'agreement' && me()} keyed>
          {(personId) => (
            <Show when={careSheet()?.session}>
              {(session) => <Agreement me={personId} sessionId={session().sessionId} />}
            </Show>
          )}
        </Match>
        <Match when={view() === 'concern' && me()} keyed>
          {(personId) => (
            <ConcernForm me={personId} session={careSheet()?.session} onBack={toCard} />
          )}
        </Match>
      </Switch>
    </Sheet>
  );
}

function Card() {
  const t = useWords(words);
  const concern = useWords(concernWords);
  const national = () => NATIONAL_LINES.map(({ line, number }) => ({ ...t().lines[line], number }));
  const person = () => {
    const now = who();
    return now.status === 'signed-in' ? now.person : undefined;
  };
  return (
    <>
      <CallList label={t().country} entries={national()} />
      <Show when={card().entries.length > 0}>
        <CallList label={t().school} lang={PROGRAMME_LANGUAGE} entries={card().entries} />
      </Show>
      <p class={styles.untold}>{t().untold}</p>
      <Show when={person()}>
        {(mine) => (
          <p class={styles.ways}>
            <Button
              onClick={() => showCareSheet({ view: 'concern', session: careSheet()?.session })}
            >
              {concern().report}
            </Button>
            <Show when={mine().roles.includes('admin')}>
              <WayOn look="quiet" icon={editIcon} href="/snakke-med">
                {t().change}
              </WayOn>
            </Show>
          </p>
        )}
      </Show>
    </>
  );
}
