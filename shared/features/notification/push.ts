import * as z from 'zod/mini';
import { type Id, id } from '#shared/kernel/ids.ts';

export type PushDeviceId = Id<'push-device'>;
export const pushDeviceId = id<'push-device'>();

/** Where a browser asks for the school's public key, and gives what its push service needs. */
export const PUSH_KEY_PATH = '/api/notices/push-key';
export const PUSH_DEVICES_PATH = '/api/notices/devices';

const written = (most: number) => z.string().check(z.regex(/^[\w-]+$/), z.maxLength(most));

/** What a browser calls a subscription. */
export const subscription = z.object({
  endpoint: z.string().check(z.maxLength(1_000)),
  keys: z.object({ p256dh: written(100), auth: written(40) }),
});
export type Subscription = z.infer<typeof subscription>;

/** What the service worker is given, encrypted on the way. */
export type Pushed = {
  readonly title: string;
  readonly body: string;
  /** Where a press leads. */
  readonly path: string;
  /** The same notice once more replaces itself. */
  readonly tag: string;
};

/** The push services of the browsers there are: of Chrome and its like, Firefox, Safari and Edge. */
const SERVICES: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^([\w-]+\.)*push\.services\.mozilla\.com$/,
  /^([\w-]+\.)*push\.apple\.com$/,
  /^([\w-]+\.)*notify\.windows\.com$/,
];

/** Whether the server sends there at all: it asks no address that somebody made up for anything. */
export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username } = new URL(endpoint);
  const isPlain = protocol === 'https:' && port === '' && username === '';
  return isPlain && SERVICES.some((service) => service.test(hostname));
}
