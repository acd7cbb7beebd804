import { createSignal } from 'solid-js';
import * as commands from '#shared/features/session/agenda/commands.ts';
import type { AgendaBeginning, AgendaBeginnings } from '#shared/features/session/agenda/model.ts';
import { agendaBeginningsQuery } from '#shared/features/session/agenda/queries.ts';
import type { AgendaTemplateId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { useWords } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import type { AgendaSource } from './agenda-source.ts';
import { words } from './beginning-words.ts';

/** What an agenda can begin from, and keeping it for others to begin from. Asked for when somebody wants it. */
export function createBeginnings(source: AgendaSource, tooLong: () => string | undefined) {
  const t = useWords(words);
  const anyRefusal = useWords(refusalWords);
  const { sessionId, agenda } = source;
  const [view, setView] = createSignal<'none' | 'choose' | 'keep'>('none');
  const [known, setKnown] = createSignal<AgendaBeginnings>();
  const [problem, setProblem] = createSignal<string>();
  const [kept, setKept] = createSignal<string>();
  const say = (refusal: string) => {
    const said: Readonly<Record<string, string>> = {
      ...anyRefusal(),
      ...t().refusals,
      offline: t().offline,
    };
    setProblem(said[refusal] ?? anyRefusal().fault);
  };
  async function ask(): Promise<void> {
    setProblem(undefined);
    const answered = await askOverHttp(agendaBeginningsQuery, { sessionId });
    if (answered.ok) setKnown(answered.value);
    else say(answered.refusal);
  }
  return {
    view,
    known,
    problem,
    /** What the template is called that was just kept, until something else is done. */
    kept,
    forgetKept: () => setKept(undefined),
    ask,
    close: () => setView('none'),
    choose(): void {
      setKept(undefined);
      setView('choose');
      void ask();
    },
    startKeeping(): void {
      setKept(undefined);
      setProblem(undefined);
      setView('keep');
    },
    /** Puts its items in place of those that are there. */
    async begin(from: AgendaBeginning): Promise<void> {
      setProblem(undefined);
      const seen = agenda.version;
      const outcome = await source.send(commands.fillAgenda, { sessionId, seen, from });
      if (!outcome.ok) return say(outcome.refusal);
      setView('none');
      announce(
        [`${t().begun(outcome.value.agenda.items.length)}.`, tooLong()].filter(Boolean).join(' '),
      );
    },
    async keep(name: string, ofCourse: boolean): Promise<void> {
      setProblem(undefined);
      const outcome = await source.send(commands.keepTemplate, { sessionId, name, ofCourse });
      if (!outcome.ok) return say(outcome.refusal);
      setView('none');
      setKept(name);
      announce(t().kept(name));
    },
    async drop(templateId: AgendaTemplateId, name: string): Promise<void> {
      setProblem(undefined);
      const outcome = await source.send(commands.deleteTemplate, { sessionId, templateId });
      if (!outcome.ok && outcome.refusal !== 'unknown-template') return say(outcome.refusal);
      announce(t().deleted(name));
      await ask();
    },
  };
}
