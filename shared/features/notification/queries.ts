import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';
import { choice, quietHours } from './model.ts';
import { pushDeviceId } from './push.ts';

/** What one has chosen to be told of, and when. */
export const ownNotices = query({
  name: 'notification/own',
  action: 'notice/own',
  input: z.object({}),
  output: z.object({
    /** Every kind in every way. */
    choices: z.array(choice),
    quiet: z.nullable(quietHours),
    /** Where one has asked to be told on the device itself, the first first. */
    devices: z.array(
      z.object({
        deviceId: pushDeviceId,
        name: z.string(),
        addedAt: z.number(),
        /** By which a browser knows itself among them. */
        endpoint: z.string(),
      }),
    ),
    /** Whether a letter can arrive at all: a guest has given us no address. */
    hasMailbox: z.boolean(),
  }),
});
