import { pauseWords, type SessionFace, stepAway } from '../features/session/public.ts';
import { useWords } from '../platform/language.ts';
import { pauseIcon } from '../ui/icons.ts';
import { CornerButton } from './Corner.tsx';

/** The way to a quiet pause, in a session that one sits in. */
export function PauseCorner(props: { readonly face: SessionFace }) {
  const t = useWords(pauseWords);
  const { pause } = props.face.topics;
  return (
    // Its place stays while one is away: a second press would else meet what had slid into it.
    <span
      data-pause=""
      inert={pause.paused()}
      style={{ visibility: pause.paused() ? 'hidden' : undefined }}
    >
      <CornerButton icon={pauseIcon} onClick={() => stepAway(pause)}>
        {t().pause}
      </CornerButton>
    </span>
  );
}
