import path from 'node:path';

/** The folder of the checkout. */
export const root = path.join(import.meta.dirname, '..');
