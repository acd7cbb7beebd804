// A text processor writes its lists and notes as paragraphs that are told apart by styles of its own.

const LIST = 'data-word-list';
const SIGN = 'data-word-sign';

/** Keeps what tells them apart, before styles are taken away. */
export const keepWordMarks = (html: string): string =>
  html.replace(/\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/giu, (whole, double, single) => {
    const list = /mso-list:\s*(?:ignore|[^;]*\blevel(\d+))/iu.exec(double ?? single ?? '');
    if (!list) return whole;
    return list[1] === undefined ? ` ${SIGN}=""` : ` ${LIST}="${list[1]}"`;
  });

const ITEM = `p[${LIST}], p[class*="MsoListParagraph"]`;
/** What stands before the words, as far as spaces: `·`, `o`, `1.`, `b)`. */
const SIGN_BEFORE = /^\s*(?:[·•▪§oØ–-]|(?:\d+|[a-z]|[ivx]+)[.)])\s+/iu;
const NUMBER = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/iu;

/** Makes lists of the paragraphs that a text processor put numbers or bullets before. */
export function readWordLists(body: HTMLElement): void {
  const { ownerDocument } = body;
  /** The lists that the next item may go on, the outermost first. */
  let open: HTMLElement[] = [];
  for (const item of body.querySelectorAll<HTMLElement>(ITEM)) {
    const sign = takeSign(item);
    if (sign === undefined) continue;
    if (open[0]?.nextElementSibling !== item) open = [];
    const depth = Math.min(Number(item.getAttribute(LIST) ?? 1), open.length + 1) - 1;
    const kind = NUMBER.test(sign) ? 'OL' : 'UL';
    if (open[depth]?.tagName !== kind) {
      const list = ownerDocument.createElement(kind);
      const within = open[depth - 1]?.lastElementChild;
      if (within) within.append(list);
      else item.before(list);
      open[depth] = list;
    }
    open.length = depth + 1;
    const entry = ownerDocument.createElement('li');
    const words = ownerDocument.createElement('p');
    words.append(...item.childNodes);
    entry.append(words);
    open[depth]?.append(entry);
    item.remove();
  }
}

/** Takes the bullet or the number away from an item's words, and says what it was. */
function takeSign(item: HTMLElement): string | undefined {
  const marked = item.querySelector(`[${SIGN}]`);
  if (marked) {
    marked.remove();
    return marked.textContent ?? '';
  }
  const [sign] = SIGN_BEFORE.exec(item.textContent ?? '') ?? [];
  if (sign === undefined) return undefined;
  let left = sign.length;
  const texts = item.ownerDocument.createTreeWalker(item, 4 satisfies typeof NodeFilter.SHOW_TEXT);
  while (left > 0 && texts.nextNode()) {
    const text = texts.currentNode as Text;
    const taken = Math.min(left, text.length);
    text.deleteData(0, taken);
    left -= taken;
  }
  return sign;
}

/** Makes footnotes of its: a number in the text that leads to a note at the end. */
export function readWordNotes(body: HTMLElement): void {
  const { ownerDocument } = body;
  for (const mark of body.querySelectorAll('a[href*="#_ftn"]:not([href*="#_ftnref"])')) {
    const [, name] = /#_(ftn\d+)$/u.exec(mark.getAttribute('href') ?? '') ?? [];
    const note = name === undefined ? null : body.querySelector(`#${name}`);
    if (!note) continue;
    for (const back of note.querySelectorAll('a[href*="#_ftnref"]')) back.remove();
    const footnote = ownerDocument.createElement('sup');
    footnote.dataset.footnote = (note.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
    mark.replaceWith(footnote);
    const list = note.parentElement;
    note.remove();
    if (list && list !== body && list.textContent?.trim() === '') list.remove();
  }
}
