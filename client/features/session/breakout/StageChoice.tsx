import { useWords } from '../../../platform/language.ts';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import styles from './StageChoice.module.css';
import { words } from './words.ts';

/** What a teacher who is with all has before them while the session is split. */
const VIEWS = ['rooms', 'faces'] as const;
export type StageShows = (typeof VIEWS)[number];

export function StageChoice(props: {
  readonly shows: StageShows;
  readonly onChoose: (shows: StageShows) => void;
}) {
  const t = useWords(words);
  return (
    <SegmentedChoice
      class={styles.choice}
      legend={t().stageShows}
      options={VIEWS}
      labelOf={(view) => t()[view]}
      value={props.shows}
      onChoose={props.onChoose}
    />
  );
}
