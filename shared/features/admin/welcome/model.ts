/** The page that the link leads to; what opens it stands behind `#`, where no browser sends it. */
export const WELCOME_PAGE = '/velkommen';

/** Where a browser asks; what opens the link stands in the body, never in an address. */
export const WELCOME_LOOK_PATH = '/api/welcome/look';
export const WELCOME_ENTER_PATH = '/api/welcome/enter';

/** What stands at the door of a link that can be used. */
export type WelcomeDoor = {
  /** Of a school that has nobody yet: who comes in says their own name and address. */
  readonly as: 'first-administrator';
  readonly untilAt: number;
};

export const WELCOME_REFUSALS = [
  /** Guessed, expired, used and replaced: one answer. */
  'link-over',
  'name-empty',
  'name-too-long',
  'name-unreadable',
  /** A word of two alphabets whose letters look alike. */
  'name-mixed',
  'bad-address',
  /** It is somebody else's here. */
  'address-taken',
  'too-many-tries',
  'bad-input',
  'try-again',
  'fault',
] as const;
export type WelcomeRefusal = (typeof WELCOME_REFUSALS)[number];
