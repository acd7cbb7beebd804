import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { language } from '../../../platform/language.ts';
import type { words } from './words.ts';

type Words = (typeof words)['nb'];

/** "tir. 24. nov. 21:26" */
export const momentWords = (at: number): string => `${shortDate(language(), at)} ${clockTime(at)}`;

/** What a version is called: its name, who brought which one back, or that it was kept by itself. */
export function versionWords(t: Words, version: DocumentVersion): string {
  if (version.name !== null) return version.name;
  const { restored, byName } = version;
  if (restored === null) return t.kept;
  return t.broughtBack(byName, restored.name ?? t.theOneOf(momentWords(restored.at)));
}
