import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { delegateEvents } from 'solid-js/web';

/** Chromium's window of a page's own making that stays on top; not in TypeScript's library yet. */
type DocumentPictureInPicture = {
  readonly window: Window | null;
  requestWindow(wish: { width: number; height: number }): Promise<Window>;
};

type Host = { readonly documentPictureInPicture?: DocumentPictureInPicture };

/** A window of our own making, one picture alone, or neither. */
export type OwnWindowKind = 'document' | 'picture' | undefined;

export type OwnWindow = {
  /** What this browser can do. One picture alone needs a picture: `picture` is asked at the time. */
  readonly kind: () => OwnWindowKind;
  /** The window while it is open, to be filled by a `Portal`. */
  readonly place: Accessor<HTMLElement | undefined>;
  /** Whether either kind is open. */
  readonly opened: Accessor<boolean>;
  /** Only in the press itself. */
  readonly open: () => Promise<void>;
  readonly close: () => void;
};

const WINDOW_PX = { width: 360, height: 420 };

/** A small window that stays over other programs. It closes when Solid cleans up. */
export function createOwnWindow(picture: () => HTMLVideoElement | undefined): OwnWindow {
  const host = (window as Host).documentPictureInPicture;
  const [place, setPlace] = createSignal<HTMLElement>();
  const [pictureOut, setPictureOut] = createSignal(false);

  async function openDocument(from: DocumentPictureInPicture): Promise<void> {
    const opened = await from.requestWindow(WINDOW_PX);
    const stopFollowing = dress(opened.document);
    // Solid hears presses at the document, and this is another one.
    delegateEvents(['click', 'input', 'keydown', 'pointerdown'], opened.document);
    opened.addEventListener('pagehide', () => {
      stopFollowing();
      setPlace(undefined);
    });
    setPlace(opened.document.body);
  }

  async function openPicture(video: HTMLVideoElement): Promise<void> {
    await video.requestPictureInPicture();
    setPictureOut(true);
    video.addEventListener('leavepictureinpicture', () => setPictureOut(false), { once: true });
  }

  function close(): void {
    host?.window?.close();
    if (document.pictureInPictureElement) void document.exitPictureInPicture();
    setPictureOut(false);
  }
  onCleanup(close);

  return {
    kind() {
      if (host) return 'document';
      return document.pictureInPictureEnabled && picture() ? 'picture' : undefined;
    },
    place,
    opened: () => place() !== undefined || pictureOut(),
    async open() {
      const video = picture();
      try {
        if (host) await openDocument(host);
        else if (video) await openPicture(video);
      } catch {
        // The browser said no, as it may when the press is too long ago. Nothing has changed.
      }
    },
    close,
  };
}

/** What <html> says of the reader's choices (appearance.ts), and the language. */
const CHOICES = [
  ...['lang', 'data-theme', 'data-font', 'data-text'],
  ...['data-spacing', 'data-motion', 'data-energy'],
];

/**
 * Gives another document of ours the page's looks, within the content policy: the same stylesheets by address, and those
 * without an address (a development server's) as constructed ones. Follows the reader's choices until the returned
 * function is called.
 */
function dress(to: Document): () => void {
  const constructed: CSSStyleSheet[] = [];
  for (const sheet of document.styleSheets) {
    if (sheet.href !== null) {
      const link = to.createElement('link');
      link.rel = 'stylesheet';
      link.href = sheet.href;
      to.head.append(link);
      continue;
    }
    const copy = new (to.defaultView as typeof globalThis & Window).CSSStyleSheet();
    copy.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
    constructed.push(copy);
  }
  to.adoptedStyleSheets = constructed;
  to.title = document.title;
  const from = document.documentElement;
  const copyChoices = () => {
    for (const name of CHOICES) {
      const value = from.getAttribute(name);
      if (value === null) to.documentElement.removeAttribute(name);
      else to.documentElement.setAttribute(name, value);
    }
  };
  copyChoices();
  const watcher = new MutationObserver(copyChoices);
  watcher.observe(from, { attributes: true, attributeFilter: CHOICES });
  return () => watcher.disconnect();
}
