import * as z from 'zod/mini';

/** As what somebody from outside is invited to a session. */
export const GUEST_ROLES = ['lecturer', 'next-of-kin', 'captioner', 'supervisor'] as const;
export const guestAs = z.enum(GUEST_ROLES);
export type GuestAs = z.infer<typeof guestAs>;
