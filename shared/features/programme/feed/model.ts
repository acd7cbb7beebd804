import * as z from 'zod/mini';

/** Where a calendar is fetched: a secret, and `.ics`. */
export const CALENDAR_FEED_PATH = '/api/calendar';

/** What an address is known by here: SHA-256 of 256 bits of chance, in base64url. */
export const addressHash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
