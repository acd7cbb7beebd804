/** The families of browsers whose way to the permission differs. */
export type BrowserFamily = 'chromium' | 'firefox' | 'safari' | 'ios' | 'android';

/** Told by the browser's own name. Only advice in words hangs on it: nothing works or fails by it. */
export function browserFamily(userAgent: string, touchPoints: number): BrowserFamily {
  // An iPad says that it is a Mac; no Mac has a touch screen.
  if (/iPhone|iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1))
    return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrome\//.test(userAgent)) return 'chromium';
  return 'safari';
}
