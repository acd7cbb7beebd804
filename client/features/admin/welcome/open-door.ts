import type { WelcomeDoor } from '#shared/features/admin/welcome/model.ts';
import type { WelcomeProblem } from './welcome-api.ts';

/** An open door as its page shows it. */
export type OpenProps = {
  readonly door: WelcomeDoor;
  readonly entering: boolean;
  readonly problem: WelcomeProblem | undefined;
  readonly onEnter: (said: { name: string; email: string }) => void;
};
