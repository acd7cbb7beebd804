import { sql } from 'drizzle-orm';
import webPush from 'web-push';
import { kindOf, type Stage, usefulUntil } from '#shared/features/notification/causes.ts';
import type { PushDeviceId, Pushed } from '#shared/features/notification/push.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { languageOf, subjectApart } from '../../identity/public.ts';
import { choicesOf } from '../choices.ts';
import { pushedWords } from '../letter.ts';
import { sayNow } from '../say-now.ts';
import { deviceById, forgetDevice } from './devices.ts';
import type { PushKeys } from './push-keys.ts';

/** One notice to one device: ids alone. */
export type PushJob = { readonly causeId: string; readonly deviceId: PushDeviceId };

const ANSWERS_WITHIN_MS = 15 * SECOND_MS;
/** The device or its leave is gone (RFC 8030 §7.3). */
const GONE: readonly number[] = [404, 410];
const NOT_NOW = 429;

/**
 * Tells one device, as things stand now. What is sent is encrypted for that device alone (RFC 8291). A service that cannot take
 * it just now is asked again; the same notice twice shows once.
 */
export function makeSendPush(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: PushKeys;
  readonly baseUrl: string;
}): (job: PushJob) => Promise<void> {
  const { database, clock, log, keys, baseUrl } = parts;
  // A push service wants to know where to complain; it takes https or mail alone.
  const subject = baseUrl.startsWith('https:') ? baseUrl : 'mailto:no-reply@localhost.invalid';

  return async (job) => {
    const now = clock.now();
    const found = await inTransaction(database, 'view', async (tx) => {
      const device = await deviceById(tx, job.deviceId);
      const person = device && (await subjectApart(tx, device.personId));
      const { rows } = await tx.execute<{ stage: Stage; aboutId: string; at: number }>(sql`
        select stage, about_id as "aboutId", ${msOf(sql`at`)} as at
        from notice_cause where id = ${job.causeId}::uuid`);
      const [cause] = rows;
      if (!device || !person?.active || !cause || now >= usefulUntil(cause.stage, cause.at))
        return null;
      const isWanted = (await choicesOf(tx, device.personId)).some(
        (one) => one.way === 'push' && one.kind === kindOf(cause.stage) && one.wanted,
      );
      const said = isWanted ? await sayNow(tx, person, cause.stage, cause.aboutId, now) : null;
      if (!said) return null;
      const language = await languageOf(tx, device.personId);
      return { device, said, useful: usefulUntil(cause.stage, cause.at), language };
    });
    if (!found) return;
    const { device, said, useful, language } = found;
    const pushed: Pushed = { ...pushedWords(language, said, now), tag: said.aboutId };
    const { endpoint, keys: its } = device;
    const request = webPush.generateRequestDetails(
      { endpoint, keys: its },
      JSON.stringify(pushed),
      {
        vapidDetails: { subject, ...keys },
        TTL: Math.ceil((useful - now) / SECOND_MS),
        topic: said.aboutId.replaceAll('-', ''),
      },
    );
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: request.body && new Uint8Array(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    await answer.body?.cancel();
    const { status } = answer;
    if (GONE.includes(status)) return forgetDevice(database, job.deviceId);
    if (status === NOT_NOW || status >= 500) throw new Error(`the push service answers ${status}`);
    if (!answer.ok) log.warn({ status, device: job.deviceId }, 'a push service refuses a notice');
  };
}
