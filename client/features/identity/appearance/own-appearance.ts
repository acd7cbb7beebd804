import {
  type Appearance,
  appearance,
  appearanceIsSent,
  appearanceIsUnsent,
  chooseAppearance,
  showAppearance,
} from '../../../platform/appearance.ts';
import { signInApi } from '../sign-in-api.ts';

/** Somebody is in: what they chose on this device goes to the server, else theirs comes here. */
export function agreeOnAppearance(own: Appearance): void {
  if (appearanceIsUnsent()) void tell();
  else showAppearance(own);
}

/** Changes how the pages look here and, for next time and other devices, on the server; without a line, once there is one. */
export function chooseOwnAppearance(chosen: Partial<Appearance>): void {
  chooseAppearance(chosen);
  void tell();
}

async function tell(): Promise<void> {
  const told = appearance();
  const answer = await signInApi.chooseAppearance(told);
  // What was chosen meanwhile tells of itself.
  if (answer.ok && told === appearance()) appearanceIsSent();
}

addEventListener('online', () => {
  if (appearanceIsUnsent()) void tell();
});
