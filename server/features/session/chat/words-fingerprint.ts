import { createHmac } from 'node:crypto';

/**
 * By what words that are taken back can be known again when they come back, though nobody keeps them: without the
 * browser's key, not even a guess at them can be tried. Null where there is no key.
 */
export function fingerprintOfWords(text: string, undoKey: string | undefined): string | null {
  if (undoKey === undefined) return null;
  return createHmac('sha256', undoKey).update(text).digest('base64url');
}
