import { ProveAgain } from '../features/identity/second-factor/ProveAgain.tsx';
import { OwnDataPage } from '../features/own-data/OwnDataPage.tsx';
import { ForMe } from './ForMe.tsx';

/** `/mine-opplysninger`, for one person: another is shown theirs. */
export function OwnDataRoute() {
  return <ForMe>{() => <OwnDataPage showAgain={(then) => <ProveAgain {...then} />} />}</ForMe>;
}
