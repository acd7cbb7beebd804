import { type Accessor, createEffect, createSignal } from 'solid-js';
import type { Entrance, SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { appearanceIsSent } from '../../platform/appearance.ts';
import { keep, kept } from '../../platform/kept.ts';
import {
  chooseLanguage,
  type Language,
  languageChosenHere,
  languageWasKept,
  showLanguage,
} from '../../platform/language.ts';
import { ownerOfDevice } from '../../platform/own-device-mark.ts';
import type { QueryState } from '../../platform/query.ts';
import { makeRetrying, pageIsSeen } from '../../platform/retrying.ts';
import { type Trouble, troubleOf } from '../../platform/trouble.ts';
import { languageToShow } from './agreed-language.ts';
import { agreeOnAppearance } from './appearance/own-appearance.ts';
import { SIGNED_OUT_ELSEWHERE } from './safe-target.ts';
import { signInApi } from './sign-in-api.ts';
import { markSignOut } from './sign-out-mark.ts';

/** Who uses this page, as far as the server has said. */
type Who =
  | { status: 'asking' }
  /** Asked again by itself until the server answers. */
  | { status: 'unreachable'; trouble: Trouble }
  /** `ended`: by something else than a press here. */
  | { status: 'signed-out'; entrance: Entrance; ended: boolean }
  | { status: 'signed-in'; person: SignedIn };

const [who, setWho] = createSignal<Who>({ status: 'asking' });

/** A signal for the whole page; asked again after every way in or out. */
export { who };

/** What they are asked to become, until a second person has said yes or no. */
const [rolesAsked, setRolesAsked] = createSignal<Entrance['rolesAsked']>([]);

export { rolesAsked };

/** Whether somebody was signed in here at the last visit: a guess to save time by, never a right. */
export function wasSignedIn(): boolean {
  return kept('was-signed-in', (value): value is 'yes' => value === 'yes') !== undefined;
}

/** Whether a person is nothing here but a guest. */
export const isGuestAlone = ({ roles }: SignedIn): boolean =>
  roles.length > 0 && roles.every((role) => role === 'guest');

/** Whether whoever is signed in here is a guest, and nothing else. */
export function amGuestAlone(): boolean {
  const now = who();
  return now.status === 'signed-in' && isGuestAlone(now.person);
}

/** Whether whoever was signed in here last was a guest: their access ends, and there is nothing to sign in to. */
export function wasGuest(): boolean {
  return kept('was-guest', (value): value is 'yes' => value === 'yes') !== undefined;
}

/** The page has told the guest that it is over. */
export function forgetGuest(): void {
  keep('was-guest', undefined);
}

/** Answers may overtake each other; only the one to the newest question counts. */
let newest = 0;
let askedAt = 0;
const TAKEN_UP_MS = MINUTE_MS;
/** The person is on their way out here: the front door opens when nothing of theirs is left, and not before. */
let leaving = false;
const retrying = makeRetrying(askWho, pageIsSeen);
const askIfUnreachable = () => {
  if (who().status === 'unreachable' && pageIsSeen()) void askWho();
};
/** What one has chosen on another device is here when one takes this one up again. */
const askWhenTakenUp = () => {
  if (who().status === 'signed-in' && pageIsSeen() && Date.now() - askedAt > TAKEN_UP_MS)
    void askWho();
};
document.addEventListener('visibilitychange', askIfUnreachable);
document.addEventListener('visibilitychange', askWhenTakenUp);
addEventListener('online', askIfUnreachable);

/** Asks the server who this is. A page that already shows somebody keeps them while the line is gone. */
export async function askWho(): Promise<void> {
  newest += 1;
  askedAt = Date.now();
  const mine = newest;
  const answer = await signInApi.entrance();
  if (mine !== newest || leaving) return;
  if (!answer.ok) {
    if (who().status === 'signed-in') return;
    // On one's own device the pages open without a network, with what lies there.
    const owner = ownerOfDevice() && (await (await import('./remembered.ts')).rememberedOwner());
    if (who().status === 'signed-in') return;
    if (owner) addEventListener('online', () => void askWho(), { once: true });
    if (owner) return void setWho({ status: 'signed-in', person: owner });
    setWho({ status: 'unreachable', trouble: troubleOf(answer.problem, navigator.onLine) });
    retrying.later();
    return;
  }
  retrying.stop();
  const { signedIn } = answer.value;
  setRolesAsked(answer.value.rolesAsked);
  const ended = !signedIn && wasIn(who());
  keep('was-signed-in', signedIn ? 'yes' : undefined);
  if (signedIn) keep('was-guest', isGuestAlone(signedIn) ? 'yes' : undefined);
  if (signedIn) agreeOnLanguage(signedIn.language, answer.value.demo);
  if (signedIn) agreeOnAppearance(signedIn.appearance);
  if (signedIn && ownerOfDevice() === signedIn.personId)
    void import('./remembered.ts').then(({ rememberOwner }) => rememberOwner(signedIn));
  setWho(
    signedIn
      ? { status: 'signed-in', person: signedIn }
      : { status: 'signed-out', entrance: answer.value, ended },
  );
}

/** Whether somebody was in here until the server said otherwise. Whoever signs out by a press leaves no trace of it. */
function wasIn(before: Who): boolean {
  if (before.status === 'signed-out') return before.ended;
  return before.status === 'signed-in' || wasSignedIn();
}

/** Whether this browser is signed in as the person; the page stays as it is, whatever the answer. */
export async function isSignedInAs(me: PersonId): Promise<boolean> {
  const answer = await signInApi.entrance();
  return answer.ok && answer.value.signedIn?.personId === me;
}

/** Asks anew when an answer says that nobody is signed in here any longer; the front door follows. */
export function watchSignIn(state: Accessor<QueryState<unknown>>): void {
  createEffect(() => {
    const now = state();
    if (now.status === 'failed' && now.refusal === 'signed-out') void askWho();
  });
}

/** A choice made on this page just now is the newest and goes to the server; else the person's own language is shown. */
function agreeOnLanguage(own: Language, demo: boolean): void {
  const here = languageChosenHere();
  const shown = languageToShow(own, { demo, everKept: languageWasKept() });
  if (here === undefined && shown) showLanguage(shown);
  else if (here && here !== own) void signInApi.chooseLanguage(here);
}

/** Changes the language here and, for next time and other devices, on the server. Without a line it holds on this page. */
export function chooseOwnLanguage(language: Language): void {
  chooseLanguage(language);
  void signInApi.chooseLanguage(language);
}

/** Tells the other tabs of this browser that the person has signed out of all of them. */
const signOuts = 'BroadcastChannel' in window ? new BroadcastChannel('mellom-signed-out') : null;
signOuts?.addEventListener('message', () => window.location.assign(SIGNED_OUT_ELSEWHERE));

/**
 * Ends this sign-in, in every tab. What the person left unsent on this device is erased and the page is loaded anew, so that nothing
 * is left for the next one at a shared computer. False when the server could not be reached: then nothing has ended.
 */
export async function signOut(): Promise<boolean> {
  const now = who();
  leaving = true;
  const answer = await signInApi.signOut();
  if (!answer.ok) {
    leaving = false;
    return false;
  }
  if (now.status === 'signed-in') {
    const { switchPushOff } = await import('../../platform/push.ts');
    await switchPushOff();
    const { wipeDevice } = await import('../../platform/unsent.ts');
    // A device that cannot be read keeps nobody in.
    await wipeDevice(now.person.personId).catch(() => undefined);
  }
  // By it a guest's browser would come in again (docs/rules/guest.md, GUEST-3).
  keep('guest-browser', undefined);
  forgetGuest();
  // The next one at a shared computer is not to have it as theirs.
  appearanceIsSent();
  keep('was-signed-in', undefined);
  signOuts?.postMessage('signed-out');
  markSignOut();
  window.location.assign('/logg-inn');
  return true;
}
