import { createSignal, Show } from 'solid-js';
import { comesLater } from '../../../platform/comes-later.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { fileNameOf, saveAsFile } from '../../../platform/save-file.ts';
import { Button } from '../../../ui/Button.tsx';
import { calendarWords } from './calendar-words.ts';
import type { SessionDoor } from './session-door.ts';

/** Few put a session into a calendar of their own: what makes the file comes when it is asked for. */
const loadCalendar = comesLater(() => import('./calendar-file.ts'));

/** Hands over a file that puts the session, with its notes and its plan, into any calendar. */
export function CalendarPart(props: { readonly door: SessionDoor }) {
  const t = useWords(calendarWords);
  const [came, setCame] = createSignal<'saved' | 'failed'>();
  async function save(): Promise<void> {
    setCame(undefined);
    const { title, startsAt } = props.door;
    try {
      const { sessionAsCalendar } = await loadCalendar();
      const name = fileNameOf(t().fileName, [title, dayAndTime(startsAt).day], 'ics');
      const to = { language: language(), origin: location.origin };
      saveAsFile(name, sessionAsCalendar(props.door, to), 'text/calendar');
      setCame('saved');
    } catch {
      setCame('failed');
    }
  }
  return (
    <div>
      <Button size="small" onClick={() => void save()}>
        {t().add}
      </Button>
      <p role="status">
        <Show when={came()}>{(how) => <>{t()[how()]}</>}</Show>
      </p>
    </div>
  );
}
