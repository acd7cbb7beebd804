import * as z from 'zod/mini';
import { command } from '#shared/wire/contract.ts';
import { choice, quietHours } from './model.ts';
import { pushDeviceId } from './push.ts';

/** Turns a kind on or off in one way. */
export const chooseNotice = command({
  name: 'notification/choose',
  action: 'notice/own',
  input: choice,
  output: z.object({}),
  refusals: [],
});

/** Says when nothing is to come; null: it may come at any time. */
export const setQuietHours = command({
  name: 'notification/set-quiet-hours',
  action: 'notice/own',
  input: z.object({ quiet: z.nullable(quietHours) }),
  output: z.object({}),
  refusals: ['no-time-between'],
});

/** Sends a letter that says that letters arrive. */
export const tryNotice = command({
  name: 'notification/try',
  action: 'notice/own',
  input: z.object({}),
  output: z.object({}),
  refusals: ['just-tried', 'no-mailbox'],
});

/** Tells a device nothing more. */
export const removePushDevice = command({
  name: 'notification/remove-device',
  action: 'notice/own',
  input: z.object({ deviceId: pushDeviceId }),
  output: z.object({}),
  refusals: [],
});
