/** The identity slice's face: who is here, the way in and out, and one's own sign-ins. */
export { chooseOwnAppearance } from './appearance/own-appearance.ts';
export { languageNames } from './LanguageChoice.tsx';
export { safeTarget, signInPath } from './safe-target.ts';
export { cameBySigningOut } from './sign-out-mark.ts';
export {
  amGuestAlone,
  askWho,
  forgetGuest,
  isGuestAlone,
  isSignedInAs,
  rolesAsked,
  signOut,
  wasGuest,
  wasSignedIn,
  watchSignIn,
  who,
} from './who.ts';
