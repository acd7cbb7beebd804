import { ConcernsPage } from '../features/care/concern/ConcernsPage.tsx';
import { ChangeCardPage } from '../features/care/support-card/ChangeCardPage.tsx';
import { ForMe } from './ForMe.tsx';

/** `/snakke-med` */
export function ChangeSupportCard() {
  return <ForMe>{(me) => <ChangeCardPage me={me} />}</ForMe>;
}

/** `/meldt-fra`, for one person: another is shown theirs. */
export function Concerns() {
  return <ForMe>{() => <ConcernsPage />}</ForMe>;
}
