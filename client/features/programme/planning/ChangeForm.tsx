import { createMemo, createSignal } from 'solid-js';
import { changeSession } from '#shared/features/programme/planning/commands.ts';
import type { Scope } from '#shared/features/programme/planning/model.ts';
import { foreseeChange } from '#shared/features/programme/planning/queries.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { PlanFields } from './PlanFields.tsx';
import { PlanForm, type Saved } from './PlanForm.tsx';
import { createPlanForm, isSameQuestion } from './plan-form.ts';
import type { PartProps, Planned } from './planned.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { words } from './words.ts';

/** Moves a session, or its series from there on, and changes what is said of it and who has it. */
export function ChangeForm(props: PartProps & { readonly onStale: () => void }) {
  const t = useWords(words);
  // Whatever is fetched meanwhile: what is written is of this version.
  const { sessionId, session } = props;
  const [start, end] = [dayAndTime(session.startsAt), dayAndTime(session.endsAt)];
  const form = createPlanForm({
    ...{ title: session.title, room: session.room, teachers: session.teachers },
    ...{ day: start.day, from: start.time, to: end.time },
  });
  const [scope, setScope] = createSignal<Scope>('one');
  const asked = createMemo(
    () => {
      const { title: _title, ...plan } = form.given();
      const isKnown = form.isPlaced() && form.isChanged();
      return isKnown ? { sessionId, ...plan, scope: scope() } : undefined;
    },
    undefined,
    { equals: isSameQuestion },
  );
  async function save(): Promise<Saved> {
    const input = { sessionId, version: session.version, ...form.given(), scope: scope() };
    const outcome = await live.send(
      changeSession,
      { ...input, seen: [...form.seen()] },
      { lasting: false },
    );
    return outcome.ok ? { ok: true, said: t().changed } : { ok: false, refusal: outcome.refusal };
  }
  return (
    <PlanForm
      form={form}
      asked={asked}
      foresee={(input) => createQuery(foreseeChange, input)}
      save={save}
      label={t().save}
      labelAnyway={t().saveAnyway}
      onRefused={(refusal) => {
        if (refusal !== 'changed-meanwhile') return;
        announce(t().refusals['changed-meanwhile']);
        props.onStale();
      }}
    >
      <PlanFields form={form} colleagues={colleaguesOf(session)} />
      <ScopeChoice following={session.following} scope={scope()} onScope={setScope} name="change" />
    </PlanForm>
  );
}

/** Whoever has it already may keep it, also one who is no teacher any more. */
function colleaguesOf({ colleagues, teachers }: Planned) {
  const known = new Set(colleagues.map(({ personId }) => personId));
  return [...colleagues, ...teachers.filter(({ personId }) => !known.has(personId))];
}
