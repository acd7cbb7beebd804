import type { Language } from '../../../platform/language.ts';
import { words } from './words.ts';

/**
 * The way to answer whoever reported something, begun in the reader's own program. No address leaves the server, and
 * nothing of what was written goes into it.
 * @returns a mailto address (RFC 6068), without a receiver
 */
export function answerMail(to: string, language: Language): string {
  const t = words[language].mail;
  return `mailto:?subject=${encodeURIComponent(t.subject)}&body=${encodeURIComponent(`${t.greets(to)}\r\n\r\n`)}`;
}
