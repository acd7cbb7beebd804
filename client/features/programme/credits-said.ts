import { language } from '../../platform/language.ts';

/** "12,5": study points come by halves. */
export function creditsSaid(credits: number): string {
  return String(credits).replace('.', language() === 'en' ? '.' : ',');
}
