import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js';

interface OpenSheet {
  readonly close: () => void;
  /** Where it was opened. */
  readonly href: string;
}

interface Step {
  readonly by: number;
  readonly to?: number;
}

/** How many sheets are open at an entry of the browser's history, kept in its state. */
const MARK = 'sheetsOpen';
/** The name of an entry of ours. */
const NAME = 'sheetsEntry';

/** The open sheets, the topmost last. Each has an entry of its own in the history, for Back to take. */
const sheets: OpenSheet[] = [];
/** A step that we took ourselves and that the browser has not told us of yet; `to`: how many entries should be left. */
let step: (Step & { readonly href: string; readonly length: number }) | undefined;
/** Entries under another page that were stepped over on the way back: the way forward leads over them again. */
const passed = new Set<string>();
let waiting = false;

const [openSheets, setOpenSheets] = createSignal(0);

/** Whether any sheet lies over the page. */
export const aSheetIsOpen = () => openSheets() > 0;

/** The browser's Back, a reflex on a phone, closes the topmost open sheet and leaves the page as it is. */
export function backCloses(isOpen: () => boolean, close: () => void): void {
  const open = createMemo(isOpen);
  createEffect(() => {
    if (!open()) return;
    const sheet = { close, href: location.href };
    sheets.push(sheet);
    setOpenSheets(sheets.length);
    settleSoon();
    onCleanup(() => {
      sheets.splice(sheets.indexOf(sheet), 1);
      setOpenSheets(sheets.length);
      settleSoon();
    });
  });
}

/** Later: one sheet often makes way for another, and a link that was pressed puts its page on top of the entry first. */
function settleSoon(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    settle();
  });
}

/** As many entries as sheets. One that another page lies upon stays: to step back would undo the way to that page. */
function settle(): void {
  if (step) return;
  const entries = entriesIn(history.state);
  if (entries > sheets.length) take({ by: sheets.length - entries, to: sheets.length });
  for (let entry = entries + 1; entry <= sheets.length; entry++) {
    // What lay ahead is gone.
    passed.clear();
    history.pushState({ ...history.state, [MARK]: entry, [NAME]: crypto.randomUUID() }, '');
  }
}

function take(taken: Step): void {
  step = { ...taken, href: location.href, length: history.length };
  history.go(taken.by);
}

/** Comes before the router's own listener, which hears of a step only where it leads to another place. */
function onPop(event: PopStateEvent): void {
  const entries = entriesIn(event.state);
  if (step) {
    arrive(step, entries, event);
    return;
  }
  const closing = sheets.slice(entries).reverse();
  if (closing[0]?.href === location.href) event.stopImmediatePropagation();
  for (const sheet of closing) sheet.close();
  // Nothing is open here any more: passed over, both ways.
  const name = entries > sheets.length ? nameIn(event.state) : undefined;
  if (name !== undefined && passed.delete(name)) {
    history.forward();
    return;
  }
  if (name !== undefined) passed.add(name);
  settleSoon();
}

function arrive(taken: NonNullable<typeof step>, entries: number, event: PopStateEvent): void {
  step = undefined;
  // A page came on top while we stepped back, counted from it or from the entry under it: it is the one to be at.
  const overtaken = taken.to !== undefined && history.length > taken.length;
  if (overtaken || location.href === taken.href) event.stopImmediatePropagation();
  if (overtaken) take({ by: (entries === taken.to ? 1 : 0) - taken.by });
  else settleSoon();
}

function nameIn(state: unknown): string | undefined {
  const name = (state as Record<string, unknown> | null)?.[NAME];
  return typeof name === 'string' ? name : undefined;
}

function entriesIn(state: unknown): number {
  const mark = (state as Record<string, unknown> | null)?.[MARK];
  return typeof mark === 'number' ? mark : 0;
}

// Loaded again with a sheet open: a page like any other.
if (entriesIn(history.state) > 0) history.replaceState({ ...history.state, [MARK]: 0 }, '');
addEventListener('popstate', onPop, { capture: true });
