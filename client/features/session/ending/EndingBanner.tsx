import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { leaveIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { SecondsLeft } from './SecondsLeft.tsx';
import { words } from './words.ts';

/** A teacher ends the session for everybody: said calmly, with who it is. Whoever has the strip to take it back counts there. */
export function EndingBanner(props: RoomProps) {
  const t = useWords(words);
  const { ending, roster } = props.topics;
  /** Whoever began it has all of it in the strip. */
  const told = () => {
    const by = ending.begunBy();
    return by === props.room.me && roster.steers() ? undefined : by;
  };
  return (
    <Show when={told()}>
      {(by) => (
        <Banner icon={leaveIcon} title={t().ending}>
          {t().endingAbout(roster.nameOf(by(), t().aTeacher))}
          <Show when={!roster.steers()}>
            <SecondsLeft ending={ending} />
          </Show>
        </Banner>
      )}
    </Show>
  );
}
