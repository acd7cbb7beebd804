import { useLocation } from '@solidjs/router';
import { LanguageChoice } from '../features/identity/LanguageChoice.tsx';
import { NoticesPage } from '../features/notification/NoticesPage.tsx';
import { OffPage } from '../features/notification/OffPage.tsx';
import { Corner } from './Corner.tsx';
import { ForMe } from './ForMe.tsx';

/** `/varsler` */
export function Notices() {
  return <ForMe>{(me) => <NoticesPage me={me} />}</ForMe>;
}

/** `/varsler/av#…`: what opens the link stands where no browser sends it. */
export function NoticesOff() {
  const location = useLocation();
  return (
    <OffPage
      token={location.hash.slice(1)}
      foot={
        <>
          <Corner where="foot" />
          <LanguageChoice />
        </>
      }
    />
  );
}
