/** Stops the start for a reason the person who started us can mend. Its message is the one sentence to show. */
export class StartRefused extends Error {}
