import { useWords } from '../../../platform/language.ts';
import { words } from './words.ts';

/** What the chat says of itself where it is: with all, or in a group, by what the group is called within a sentence. */
export function usePlaceWords(groupName: () => string | undefined) {
  const t = useWords(words);
  return () => {
    const name = groupName();
    if (name === undefined) return t();
    return { ...t().group, whoSees: t().group.whoSees(name) };
  };
}
