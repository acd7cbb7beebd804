import { ProfilePage } from '../features/identity/profile/ProfilePage.tsx';
import { ForMe } from './ForMe.tsx';

/** `/slik-vises-du`, for one person: another is shown theirs. */
export function OwnProfile() {
  return <ForMe>{(me) => <ProfilePage me={me} />}</ForMe>;
}
