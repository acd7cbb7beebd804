import { type Accessor, batch, createSignal } from 'solid-js';
import { editAgenda } from '#shared/features/session/agenda/commands.ts';
import type {
  Agenda,
  AgendaEdit,
  AgendaItem,
  PlannedItem,
} from '#shared/features/session/agenda/model.ts';
import { isSamePlan, minutesTooLong } from '#shared/features/session/agenda/rules.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import type { OutputOf, RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import { language, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { createBeginnings } from './agenda-beginnings.ts';
import type { AgendaSource } from './agenda-source.ts';
import { words } from './editing-words.ts';

/** What is being written of one item. */
export type ItemDraft = Omit<PlannedItem, 'minutes'> & { readonly minutes: string };

/** An item that is open to be written: how it was found, beside which others, and the version that it was found in. */
type Open = {
  readonly before: AgendaItem | null;
  readonly beside: readonly AgendaItemId[];
  readonly place: number;
  readonly seen: number;
};

type Refused = RefusalOf<typeof editAgenda> | UniversalRefusal;

export type AgendaEditing = ReturnType<typeof createAgendaEditing>;

/** Changing an agenda. What is being written lives here, so that it outlives the panel that shows it. */
export function createAgendaEditing(source: AgendaSource) {
  const t = useWords(words);
  const anyRefusal = useWords(refusalWords);
  const [isOn, setOn] = createSignal(false);
  const [refused, setRefused] = createSignal<Refused>();
  const [open, setOpen] = createSignal<Open>();
  const [draft, setDraft] = createSignal<ItemDraft>(draftOf(null, 'item'));
  const [removed, setRemoved] = createSignal<{ item: AgendaItem; place: number }>();
  const { sessionId, agenda } = source;
  /** Said where one plans, and in the way of nothing. */
  const tooLong = (): string | undefined => {
    const endsAt = source.endsAt();
    const minutes = endsAt === undefined ? 0 : minutesTooLong(agenda, endsAt);
    return minutes > 0 ? t().tooLong(lengthOfMinutes(language(), minutes)) : undefined;
  };
  let last: Promise<OutputOf<typeof editAgenda>['agenda'] | undefined> = Promise.resolve(undefined);
  let underWay = 0;

  /** The open item as it is now. One that was removed and brought back is another that says the same. */
  const itemNow = ({ before, beside }: Open): AgendaItem | undefined =>
    agenda.items.find((item) => item.id === before?.id) ??
    agenda.items.find((item) => before && !beside.includes(item.id) && isSamePlan(item, before));
  const changedMeanwhile = (): AgendaItem | null | undefined => {
    const opened = open();
    const before = opened?.before;
    if (!before) return undefined;
    const now = itemNow(opened);
    if (!now) return null;
    return isSamePlan(now, before) ? undefined : now;
  };
  const problem = (): string | undefined => {
    const refusal = refused();
    if (refusal === undefined) return undefined;
    // A form lies over the agenda, and keeps what is written in it.
    if (refusal === 'agenda-changed' && open())
      return changedMeanwhile() === null ? t().goneWhileWriting : t().changedWhileWriting;
    const said: Readonly<Record<string, string>> = { ...anyRefusal(), ...t().refusals };
    return said[refusal] ?? anyRefusal().fault;
  };
  function say(refusal: Refused): void {
    setRefused(refusal);
    // A form says it by itself, beside its button.
    if (!open()) announce(problem() ?? '');
  }

  /**
   * One after the other, so that pressing "down" twice is two steps down. Each names what the screen showed when it was
   * pressed, or what one's own press before it came to; when that one was refused, this one is dropped with it.
   */
  async function edit(
    make: (agenda: Agenda) => AgendaEdit | undefined,
    seen = agenda.version,
  ): Promise<Agenda | undefined> {
    const follows = underWay > 0;
    underWay += 1;
    setRefused(undefined);
    beginnings.forgetKept();
    const mine = last.then(async (before) => {
      const saw = follows ? before?.version : seen;
      const change = saw === undefined ? undefined : make(agenda);
      if (saw === undefined || !change) return undefined;
      const outcome = await source.send(editAgenda, { sessionId, seen: saw, edit: change });
      if (outcome.ok) return outcome.value.agenda;
      say(outcome.refusal);
      return undefined;
    });
    last = mine;
    const done = await mine;
    underWay -= 1;
    return done;
  }

  const isThere = (itemId: AgendaItemId) => agenda.items.some(({ id }) => id === itemId);

  const beginnings = createBeginnings(source, tooLong);

  function openItem(before: AgendaItem | null, kind: AgendaItem['kind'] = 'item'): void {
    const found = before && { ...before };
    const index = agenda.items.findIndex((item) => item.id === before?.id);
    const place = index < 0 ? agenda.items.length : index;
    batch(() => {
      setRefused(undefined);
      beginnings.forgetKept();
      setDraft(draftOf(found, kind));
      const beside = agenda.items.map(({ id }) => id);
      setOpen({ before: found, beside, place, seen: agenda.version });
    });
  }

  return {
    agenda,
    tooLong,
    beginnings,
    /** Whether the agenda stands to be changed, or to be read. */
    isOn,
    setOn: (on: boolean) => batch(() => [setOn(on), beginnings.forgetKept()]),
    problem,
    /** Somebody else has changed it since the form was opened, and it must be shown how it is. */
    isChanged: () => refused() === 'agenda-changed',
    waits: source.waits,
    open,
    draft,
    setDraft: (part: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...part })),
    openItem,
    close: () => batch(() => [setOpen(undefined), setRefused(undefined)]),
    isUnsaved: () => {
      const now = open();
      return now !== undefined && !isSameDraft(draft(), draftOf(now.before, draft().kind));
    },
    /** What somebody else has made of the open item meanwhile; null when it is gone. Undefined when it is as it was found. */
    changedMeanwhile,
    /** Saves what is open. When somebody else was first and it was not seen yet, it stays open: saved again, it stands over what they did. */
    async save(): Promise<AgendaItemId | undefined> {
      const now = open();
      if (!now) return undefined;
      const item = plannedOf(draft());
      const gone = changedMeanwhile() === null;
      const isBack = !gone && now.before !== null && !isThere(now.before.id);
      let before = now.before?.id;
      const saved = await edit(
        () => {
          before = itemNow(now)?.id;
          return before
            ? { do: 'change', itemId: before, item }
            : { do: 'add', item, place: now.place };
        },
        // That it is gone, the form has said; that it came back changes nothing of what was seen.
        gone || isBack ? agenda.version : now.seen,
      );
      if (!saved) {
        setOpen({ ...now, seen: agenda.version });
        return undefined;
      }
      setOpen(undefined);
      announce([`${t().saved(item.title)}.`, tooLong()].filter(Boolean).join(' '));
      const kept = saved.items.some(({ id }) => id === before) ? before : undefined;
      return kept ?? saved.items[Math.min(now.place, saved.items.length - 1)]?.id;
    },
    /** By one place: -1 is up. */
    async move(itemId: AgendaItemId, by: 1 | -1): Promise<void> {
      const moved = await edit(({ items }) => {
        const place = items.findIndex(({ id }) => id === itemId) + by;
        return place < 0 || place >= items.length ? undefined : { do: 'move', itemId, place };
      });
      const place = moved?.items.findIndex(({ id }) => id === itemId) ?? -1;
      const item = moved?.items[place];
      if (item && moved) announce(t().moved(item.title, place + 1, moved.items.length));
    },
    async remove(itemId: AgendaItemId): Promise<void> {
      const place = agenda.items.findIndex(({ id }) => id === itemId);
      const found = agenda.items[place];
      if (!found) return;
      const item = { ...found };
      if (await edit(() => ({ do: 'remove', itemId }))) setRemoved({ item, place });
    },
    /** What one has just removed oneself, as long as one press brings it back. */
    removed: removed as Accessor<{ readonly item: AgendaItem; readonly place: number } | undefined>,
    keepRemoved: () => setRemoved(undefined),
    async undo(): Promise<AgendaItemId | undefined> {
      const back = removed();
      if (!back) return undefined;
      const { id: _, ...item } = back.item;
      const done = await edit(() => ({ do: 'add', item, place: back.place }));
      if (!done) return undefined;
      setRemoved(undefined);
      announce(t().isBack(item.title));
      return done.items[Math.min(back.place, done.items.length - 1)]?.id;
    },
  };
}

function draftOf(item: AgendaItem | null, kind: AgendaItem['kind']): ItemDraft {
  if (!item) return { title: '', about: '', minutes: kind === 'pause' ? '10' : '20', kind };
  return { title: item.title, about: item.about, minutes: String(item.minutes), kind: item.kind };
}

function plannedOf(draft: ItemDraft): PlannedItem {
  const { title, about, minutes, kind } = draft;
  return { title: title.trim(), about: about.trim(), minutes: Number(minutes), kind };
}

function isSameDraft(one: ItemDraft, other: ItemDraft): boolean {
  return isSamePlan(plannedOf(one), plannedOf(other));
}
