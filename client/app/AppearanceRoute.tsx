import { AppearancePage } from '../features/identity/appearance/AppearancePage.tsx';
import { ForSignedIn } from './ForSignedIn.tsx';
import { Frame } from './Frame.tsx';
import { OpenPage } from './OpenPage.tsx';
import { SignInLine } from './SignInLine.tsx';

/** `/utseende`: for anybody, since the front door is to be read too. */
export function AppearanceRoute() {
  return (
    <ForSignedIn
      otherwise={
        <OpenPage>
          <AppearancePage />
        </OpenPage>
      }
    >
      {(person) => (
        <>
          <SignInLine me={person.personId} />
          <Frame person={person}>
            <AppearancePage />
          </Frame>
        </>
      )}
    </ForSignedIn>
  );
}
