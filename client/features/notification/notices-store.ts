import { createSignal } from 'solid-js';
import { chooseNotice, setQuietHours } from '#shared/features/notification/commands.ts';
import type { Choice, QuietHours } from '#shared/features/notification/model.ts';
import type { ownNotices } from '#shared/features/notification/queries.ts';
import type { OutputOf, RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Send } from '../../platform/send.ts';

type Own = OutputOf<typeof ownNotices>;

/** How it stands with what was pressed last. */
export type Saving =
  | { readonly at: 'rest' | 'sending' | 'saved' }
  | {
      readonly at: 'refused';
      readonly why: RefusalOf<typeof setQuietHours> | UniversalRefusal;
    };

/** One's choices as they are on the screen. Each counts at once, and goes back where it was refused. */
export function createNotices(before: Own, send: Send) {
  const [choices, setChoices] = createSignal<readonly Choice[]>(before.choices);
  const [quiet, setQuiet] = createSignal(before.quiet);
  const [saving, setSaving] = createSignal<Saving>({ at: 'rest' });
  /** Only what was pressed last says how it went. */
  let newest = 0;

  async function keep(
    ask: () => Promise<
      | { readonly ok: true }
      | { readonly ok: false; readonly refusal: RefusalOf<typeof setQuietHours> | UniversalRefusal }
    >,
    back: () => void,
  ): Promise<void> {
    newest += 1;
    const mine = newest;
    setSaving({ at: 'sending' });
    const outcome = await ask();
    if (!outcome.ok) back();
    if (mine !== newest) return;
    setSaving(outcome.ok ? { at: 'saved' } : { at: 'refused', why: outcome.refusal });
  }

  const put = (one: Choice) =>
    setChoices((all) =>
      all.map((each) => (each.kind === one.kind && each.way === one.way ? one : each)),
    );

  return {
    choices,
    quiet,
    saving,
    choose(one: Choice): Promise<void> {
      put(one);
      return keep(
        () => send(chooseNotice, one),
        () => put({ ...one, wanted: !one.wanted }),
      );
    },
    setQuiet(hours: QuietHours | null): Promise<void> {
      const earlier = quiet();
      setQuiet(hours);
      return keep(
        () => send(setQuietHours, { quiet: hours }),
        () => setQuiet(earlier),
      );
    },
  };
}
