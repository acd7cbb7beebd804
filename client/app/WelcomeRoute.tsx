import { useLocation, useNavigate } from '@solidjs/router';
import { WelcomePage } from '../features/admin/welcome/WelcomePage.tsx';
import { LanguageChoice } from '../features/identity/LanguageChoice.tsx';
import { askWho, signOut } from '../features/identity/public.ts';
import { Corner } from './Corner.tsx';

/** `/velkommen#…`: what opens the link stands where no browser sends it. */
export function WelcomeRoute() {
  const location = useLocation();
  const navigate = useNavigate();
  return (
    <WelcomePage
      token={location.hash.slice(1)}
      foot={
        <>
          <Corner where="foot" />
          <LanguageChoice />
        </>
      }
      onSignOut={signOut}
      // Who this is has changed: nothing of the page from before may stand.
      onIn={async () => {
        await askWho();
        // Whoever must have a second factor is led by the door.
        navigate('/', { replace: true });
      }}
    />
  );
}
