import { createContext } from 'solid-js';

/** Where somebody's picture of themselves is, for those who may see it here; without one a drawing stands for them. */
export const PortraitPictures = createContext<(personId: string) => string | undefined>();
