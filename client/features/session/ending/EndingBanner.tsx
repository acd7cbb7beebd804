import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { leaveIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { SecondsLeft } from './SecondsLeft.tsx';
import { words } from './words.ts';

/** A teacher ends the session for everybody: said calmly, with who it is. */
export function EndingBanner(props: RoomProps) {
  const t = useWords(words);
  const { ending, roster } = props.topics;
  return (
    <Show when={ending.begunBy()}>
      {(by) => (
        <Banner icon={leaveIcon} title={t().ending}>
          {t().endingAbout(roster.nameOf(by(), t().aTeacher))}
          <SecondsLeft ending={ending} />
        </Banner>
      )}
    </Show>
  );
}
