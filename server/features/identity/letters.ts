import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Letter, Mail } from '../../platform/mail.ts';
import { newId } from '../../platform/new-id.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { hasMailbox } from './person/guests.ts';
import type { LinkSecret } from './sign-in/link-secret.ts';

const LOOK_EVERY_MS = 2 * SECOND_MS;
const FIRST_WAIT_MS = 10 * SECOND_MS;
const LONGEST_WAIT_MS = HOUR_MS;
/** Longer than a mail server may take over one letter. A server that stopped with it under way tries again then. */
const SENDING_AT_MOST_MS = 2 * MINUTE_MS;
/** What was sent is kept so long, to answer "did it go out?"; its words go at once. */
const SENT_KEPT_MS = RETENTION.letter;

export type Written = { readonly subject: string; readonly text: string };

/**
 * Leaves a letter to be sent when the transaction is committed, in the person's language. It carries no address: who
 * somebody is to the mail is looked up when it goes out.
 */
export async function leaveLetter(
  tx: Tx,
  to: PersonId,
  letter: {
    readonly write: (language: Language) => Written;
    /** Where its link leads. */
    readonly path: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { subject, text } = letter.write(await languageOf(tx, to));
  const at = momentOf(letter.at);
  await tx.execute(sql`
    insert into letter (id, person_id, subject, text, path, at, next_try_at)
    values (${newId<'letter'>()}, ${to}, ${subject}, ${text}, ${letter.path}, ${at}, ${at})`);
}

/** A letter to somebody who is nobody here yet, in words that are written already. */
export type LetterToAddress = Written & {
  readonly to: string;
  readonly path: string;
  /**
   * What its link is to open. What opens it is put behind `#` when the letter goes out, and stands nowhere before. Null in the last letter of
   * somebody who is erased: nothing of it is kept when it has gone.
   */
  readonly opens: string | null;
};

/** Leaves letters to be sent when the transaction is committed. */
export async function leaveLettersTo(
  tx: Tx,
  letters: readonly LetterToAddress[],
  at: Instant,
): Promise<void> {
  const rows = letters.map((letter) => ({ id: newId<'letter'>(), ...letter }));
  await tx.execute(sql`
    insert into letter (id, address, subject, text, path, opens, at, next_try_at)
    select id, "to", subject, text, path, opens, ${momentOf(at)}, ${momentOf(at)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, "to" text, subject text, text text, path text, opens text)`);
}

/** Takes letters back that have not gone: those whose link opens this, whichever time it was sent. */
export async function takeLettersBack(tx: Tx, opens: string): Promise<void> {
  await tx.execute(sql`
    delete from letter where sent_at is null and opens like ${`${opens}.%`}`);
}

/** What a letter says, found when it goes out; null when there is nothing to say any more. */
export type Compose = (
  letterId: string,
  to: PersonId,
) => Promise<(Written & Pick<Letter, 'headers'>) | null>;

/**
 * Leaves a letter whose words are found by whoever carries it, as things stand then, until it is of no use.
 * @returns what `Compose` is asked with
 */
export async function leaveComposedLetter(
  tx: Tx,
  to: PersonId,
  letter: { readonly path: string; readonly at: Instant; readonly usefulUntil: Instant },
): Promise<string> {
  const id = newId<'letter'>();
  const at = momentOf(letter.at);
  await tx.execute(sql`
    insert into letter (id, person_id, subject, text, path, composed, useful_until, at, next_try_at)
    values (${id}, ${to}, '', '', ${letter.path}, true, ${momentOf(letter.usefulUntil)}, ${at}, ${at})`);
  return id;
}

/** Whether anything that is sent to somebody can arrive. */
export async function mailboxOf(tx: Tx, personId: PersonId): Promise<boolean> {
  const { rows } = await tx.execute<{ email: string }>(
    sql`select email from person where id = ${personId}`,
  );
  return rows[0] !== undefined && hasMailbox(rows[0].email);
}

/** The language that somebody reads. */
export async function languageOf(tx: Tx, personId: PersonId): Promise<Language> {
  const { rows } = await tx.execute<{ language: Language }>(
    sql`select language from person where id = ${personId}`,
  );
  return rows[0]?.language ?? 'nb';
}

export type LetterPost = {
  /** Sends what waits. One at a time: while the mail is slow the next turn is left out. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Carries letters to the mail. One that is being sent is put off first, so that two servers never send the same at once,
 * and one that fails stands in nobody's way; it is tried again until the mail has taken it over. Should we be killed
 * between that and our note of it, the same letter goes again under the same Message-ID, by which mail programs show it
 * once. No connection to the database is held while the mail is slow.
 */
export function makeLetterPost(parts: {
  readonly database: Database;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly log: Log;
  /** Where links begin. */
  readonly baseUrl: string;
  readonly linkSecret: LinkSecret;
  readonly compose: Compose;
}): LetterPost {
  const { database, mail, clock, log } = parts;
  let underWay: Promise<void> | null = null;
  let stopped = false;
  const timer = setInterval(() => void tick(), LOOK_EVERY_MS).unref();

  function tick(): Promise<void> {
    underWay ??= sendAll()
      .catch((error) => log.warn({ err: error }, 'letters could not be looked for'))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  async function sendAll(): Promise<void> {
    while (!stopped && (await sendOne()));
    await database.execute(sql`
      delete from letter where sent_at < ${momentOf(clock.now() - SENT_KEPT_MS)}`);
  }

  /** @returns whether there may be more */
  async function sendOne(): Promise<boolean> {
    const letter = await inTransaction(database, 'change', claim);
    if (!letter) return false;
    const { id, to, active, tries } = letter;
    if (!active) return true;
    try {
      const written = letter.composed ? await parts.compose(id, letter.personId) : letter;
      if (!written) {
        await database.execute(sql`delete from letter where id = ${id}`);
        return true;
      }
      const { subject, text, headers } = written;
      await mail.send({
        ...{ id, to, subject, text: `${text}\n${linkOf(letter)}\n` },
        ...(headers && { headers }),
      });
    } catch (error) {
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20));
      log.warn({ letter: id, tries: tries + 1, err: error }, 'a letter waits for its next try');
      await database.execute(sql`
        update letter set next_try_at = ${momentOf(clock.now() + wait)} where id = ${id}`);
      return true;
    }
    if (isLast(letter)) await database.execute(sql`delete from letter where id = ${id}`);
    else
      await database.execute(sql`
        update letter set sent_at = ${momentOf(clock.now())}, subject = '', text = '' where id = ${id}`);
    return true;
  }

  function linkOf({ path, opens }: Waiting): URL {
    const link = new URL(path, parts.baseUrl);
    if (opens !== null) link.hash = `${opens}.${parts.linkSecret(opens)}`;
    return link;
  }

  /** Takes the letter that is next, and puts it off for as long as it may be under way. */
  async function claim(tx: Tx): Promise<Waiting | undefined> {
    const now = clock.now();
    const { rows } = await tx.execute<Waiting>(sql`
      select l.id, l.subject, l.text, l.path, l.opens, l.tries, l.address,
        coalesce(p.email, l.address) as "to",
        l.person_id as "personId", l.composed,
        (p.id is null or p.status = 'active')
          and (l.useful_until is null or l.useful_until > ${momentOf(now)}) as active
      from letter l left join person p on p.id = l.person_id
      where l.sent_at is null and l.next_try_at <= ${momentOf(now)}
      order by l.next_try_at, l.id limit 1 for update of l skip locked`);
    const [letter] = rows;
    if (!letter) return undefined;
    const { id, active } = letter;
    // Whoever has been shut out or forgotten since then is sent nothing more, and a guest has no mailbox. Some come too late.
    if (!active || !hasMailbox(letter.to)) {
      await tx.execute(sql`delete from letter where id = ${id}`);
      return { ...letter, active: false };
    }
    await tx.execute(sql`
      update letter set tries = tries + 1, next_try_at = ${momentOf(now + SENDING_AT_MOST_MS)}
      where id = ${id}`);
    return letter;
  }

  return {
    tick,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}

const isLast = ({ address, opens }: Waiting) => address !== null && opens === null;

type Waiting = Written & {
  readonly id: string;
  readonly to: string;
  /** Of a composed letter there always is somebody. */
  readonly personId: PersonId;
  readonly composed: boolean;
  readonly headers?: undefined;
  readonly path: string;
  readonly opens: string | null;
  readonly address: string | null;
  readonly tries: number;
  readonly active: boolean;
};
