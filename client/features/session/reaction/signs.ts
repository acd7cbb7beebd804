import type { Reaction } from '#shared/features/session/reaction/model.ts';
import {
  agreeIcon,
  cheerIcon,
  clapIcon,
  heartIcon,
  laughIcon,
  wonderIcon,
} from '../../../ui/icons.ts';

/** Drawn by us, since not every device has signs of its own; and never alone: a word or a name stands beside each. */
export const SIGNS: Readonly<Record<Reaction, string>> = {
  clap: clapIcon,
  agree: agreeIcon,
  heart: heartIcon,
  laugh: laughIcon,
  wonder: wonderIcon,
  cheer: cheerIcon,
};
