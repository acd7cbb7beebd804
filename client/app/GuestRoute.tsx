import { useLocation, useNavigate } from '@solidjs/router';
import { LanguageChoice } from '../features/identity/LanguageChoice.tsx';
import { askWho, forgetGuest } from '../features/identity/public.ts';
import { GuestDoorPage } from '../features/session/guest/GuestDoorPage.tsx';
import { Corner } from './Corner.tsx';

/** `/gjest#…`: what opens the link stands where no browser sends it. */
export function GuestRoute() {
  const location = useLocation();
  const navigate = useNavigate();
  return (
    <GuestDoorPage
      token={location.hash.slice(1)}
      foot={
        <>
          <Corner where="foot" />
          <LanguageChoice />
        </>
      }
      // Who this is has changed: nothing of the page from before may stand.
      onIn={async (sessionId) => {
        await askWho();
        navigate(`/okt/${sessionId}`, { replace: true });
      }}
      onOver={forgetGuest}
    />
  );
}
