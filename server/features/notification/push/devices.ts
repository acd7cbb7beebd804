import { sql } from 'drizzle-orm';
import type { PushDeviceId, Subscription } from '#shared/features/notification/push.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** More devices than anybody has; the oldest makes room. */
const DEVICES_MAX = 10;

/** Adds the device of a sign-in, or takes it over from whoever had it. */
export async function addDevice(
  tx: Tx,
  by: { readonly personId: PersonId; readonly signInId: SignInId },
  { endpoint, keys }: Subscription,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into push_device (id, person_id, sign_in_id, name, endpoint, p256dh, auth, made_at)
    select ${newId<'push-device'>()}, person_id, id, device, ${endpoint}, ${keys.p256dh}, ${keys.auth},
      ${momentOf(at)}
    from sign_in where id = ${by.signInId}::uuid and person_id = ${by.personId}::uuid
    on conflict (endpoint) do update set person_id = excluded.person_id,
      sign_in_id = excluded.sign_in_id, name = excluded.name, p256dh = excluded.p256dh,
      auth = excluded.auth, made_at = excluded.made_at`);
  await tx.execute(sql`
    delete from push_device where id in (
      select id from push_device where person_id = ${by.personId}::uuid
      order by made_at desc, id desc offset ${DEVICES_MAX})`);
}

export async function devicesOf(tx: Tx, personId: PersonId) {
  const { rows } = await tx.execute<{
    deviceId: PushDeviceId;
    name: string;
    addedAt: Instant;
    endpoint: string;
  }>(sql`
    select id as "deviceId", name, ${msOf(sql`made_at`)} as "addedAt", endpoint
    from push_device where person_id = ${personId}::uuid order by made_at, id`);
  return rows;
}

export async function removeDevice(
  tx: Tx,
  personId: PersonId,
  deviceId: PushDeviceId,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    delete from push_device where id = ${deviceId}::uuid and person_id = ${personId}::uuid`);
  return rowCount === 1;
}

/** Forgets a device that its push service does not know any more. */
export async function forgetDevice(database: Database, deviceId: PushDeviceId): Promise<void> {
  await database.execute(sql`delete from push_device where id = ${deviceId}::uuid`);
}

export async function deviceById(tx: Tx, deviceId: PushDeviceId) {
  const { rows } = await tx.execute<{ personId: PersonId } & Subscription>(sql`
    select person_id as "personId", endpoint,
      jsonb_build_object('p256dh', p256dh, 'auth', auth) as keys
    from push_device where id = ${deviceId}::uuid`);
  return rows[0] ?? null;
}
