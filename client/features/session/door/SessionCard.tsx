import { createUniqueId, lazy, Show, Suspense } from 'solid-js';
import { partsWritten } from '#shared/features/programme/session-notes/model.ts';
import type { SessionGlance } from '#shared/features/session/roster/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { clockTime, daysBetween, shortDate } from '../../../platform/dates.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Card } from '../../../ui/Card.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { LiveBead } from '../../../ui/Thread.tsx';
import { SessionNotes } from '../notes/SessionNotes.tsx';
import styles from './SessionCard.module.css';
import { canJoin, isLive, isLockedOut, lockInWords, whoIsIn } from './session-door.ts';
import { words } from './words.ts';

/** Seldom needed, and all the words of moderation come with it. */
const WhyOutside = lazy(
  comesLater(async () => ({ default: (await import('./WhyOutside.tsx')).WhyOutside })),
);

export interface SessionCardProps {
  sessionId: SessionId;
  title: string;
  startsAt: number;
  /** What the door said, once it has. */
  door: SessionGlance | undefined;
  /** The page about the session, for those who may see it from outside (access.md row 1). */
  aboutPath?: string;
}

/** A session as the one next step: when it is, who is there, and the way in while its door is open. */
export function SessionCard(props: SessionCardProps) {
  const t = useWords(words);
  const id = createUniqueId();
  const way = () => props.door !== undefined && canJoin(props.door);
  const isOut = () => props.door !== undefined && isLockedOut(props.door);
  return (
    <Card lifted class={styles.card} aria-labelledby={id}>
      <div class={styles.words}>
        <p>
          <WhenLine door={props.door} startsAt={props.startsAt} />
        </p>
        <h2 id={id} class={styles.title} lang={PROGRAMME_LANGUAGE}>
          {props.door?.title ?? props.title}
        </h2>
        <Show when={props.door}>
          {(known) => (
            <>
              <p>{whoIsThere(known(), t())}</p>
              {/* Said when it changes, without moving the reader. */}
              <p role="status">{lockInWords(known(), t())}</p>
              <Show when={known().door === 'open' && !canJoin(known())}>
                <Suspense>
                  <WhyOutside sessionId={props.sessionId} />
                </Suspense>
              </Show>
              <Show when={partsWritten(known().notes).length > 0}>
                <div class={styles.notes}>
                  <SessionNotes notes={known().notes} />
                </div>
              </Show>
            </>
          )}
        </Show>
      </div>
      <Show when={way() || props.aboutPath}>
        <div class={styles.ways}>
          <Show when={way()}>
            <p class={styles.dock} data-dock>
              <LinkButton
                look={isOut() ? undefined : 'filled'}
                size="large"
                wide
                href={`/okt/${props.sessionId}`}
              >
                {isOut() ? t().waitOutside : t().join}
              </LinkButton>
            </p>
          </Show>
          <Show when={way()}>
            <a class={styles.about} href={`/okt/${props.sessionId}/sjekk`}>
              {t().testFirst}
            </a>
          </Show>
          <Show when={props.aboutPath}>
            {(path) => (
              <a class={styles.about} href={path()}>
                {t().about}
              </a>
            )}
          </Show>
        </div>
      </Show>
    </Card>
  );
}

/** "Anne Moen leder. 14 er inne. Du kan komme når som helst." */
function whoIsThere(door: SessionGlance, t: (typeof words)['nb']): string {
  const lead = door.leadName && t.leads(door.leadName);
  const teachers = door.teachers.length > 0 && teachersInWords(door.teachers, t);
  const sentences = [lead || teachers];
  if (door.door === 'open') sentences.push(whoIsIn(door, t));
  if (door.door === 'session-cancelled') sentences.push(t.door[door.door]);
  if (door.isIn) sentences.push(t.isIn);
  else if (canJoin(door) && isLive(door) && !door.waits && door.lock === 'none')
    sentences.push(t.comeWhenever);
  return sentences.filter(Boolean).join(' ');
}

/** "Undervisere: Anne Moen og Håvard Lunde." */
export function teachersInWords(names: readonly string[], t: (typeof words)['nb']): string {
  return t.teachers(names.length, inARow(language(), names));
}

/** For a line of its own: when it is, with the ember bead while it runs. */
export function WhenLine(props: { door: SessionGlance | undefined; startsAt: number }) {
  const t = useWords(words);
  const startsAt = () => props.door?.startsAt ?? props.startsAt;
  const live = () => props.door !== undefined && isLive(props.door);
  const isOpen = () => props.door?.door === 'open' && props.door.lock === 'none';
  const when = () => momentInWords(startsAt(), props.door?.now, t());
  return (
    <Show
      when={live()}
      fallback={
        <span class={styles.when}>
          <Show
            when={isOpen()}
            fallback={
              <>
                <strong>{t().next}</strong> {t().startsAt(when())}
              </>
            }
          >
            <strong>{t().doorOpen}</strong> {t().itStartsAt(when())}
          </Show>
        </span>
      }
    >
      <span class={styles.live}>
        <LiveBead />
        <span>
          <strong>{t().now}</strong> {t().startedAt(clockTime(startsAt()))}
        </span>
      </span>
    </Show>
  );
}

/** "i dag 12:00", or with the date; never "today" before the server has said what day it is. */
export function momentInWords(
  at: number,
  now: number | undefined,
  t: (typeof words)['nb'],
): string {
  const today = now !== undefined && daysBetween(now, at) === 0;
  return today ? t.todayAt(clockTime(at)) : t.dateAt(shortDate(language(), at), clockTime(at));
}
