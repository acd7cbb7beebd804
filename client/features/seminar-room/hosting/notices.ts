import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import { createCanShare } from '../devices/can-share.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { isHeardHere } from './heard-here.ts';
import { mutes, type Notice, noticeOf } from './notice-of.ts';
import { words } from './words.ts';

/** What has happened is read in this time, and gone: what came of it stands on the controls, and other notices wait behind. */
const READ_MS = 12_000;

/** What a teacher did to oneself, or what somebody answered one, for as long as it takes to read and as it is so: one at a time, the last that happened. */
export function createNotices(room: SeminarRoom) {
  const t = useWords(words);
  const { session, own } = room;
  const { me } = session.room;
  const { roster } = session.topics;
  const canShare = createCanShare();
  const [notice, setNotice] = createSignal<Notice>();
  const holds = (told: Notice): boolean => {
    const now = room.controls();
    switch (told.as) {
      case undefined:
        return true;
      case 'locked':
        return now.microphonesLocked;
      case 'spotlit':
        return now.spotlightId === me;
      case 'may-share':
        return now.screenAllowed.includes(me) && !own.wanted('screen');
      default:
        return !own.wanted(told.as);
    }
  };

  createEffect(() => {
    const now = notice();
    if (now && !holds(now)) setNotice(undefined);
  });
  createEffect(() => {
    if (!notice()) return;
    const timer = setTimeout(() => setNotice(undefined), READ_MS);
    onCleanup(() => clearTimeout(timer));
  });

  room.whenFact((fact: RoomFact) => {
    if (!isHeardHere(fact, room.inBreakout(), session.topics.breakouts.withMe)) return;
    const on = notice()?.on;
    if (on !== undefined && mutes(fact, on)) setNotice(undefined);
    const told = noticeOf(fact, {
      me,
      teaches: roster.steers(),
      microphoneOn: own.wanted('microphone') || own.justTaken('microphone'),
      canShare: canShare(),
      said: t().youAre,
      done: t().done,
      nameOf: (personId: PersonId) => roster.nameOf(personId, t().aTeacher),
    });
    if (!told) return;
    if (told.takesBack) session.room.unsay(told.takesBack);
    if (told.takes) own.taken(told.takes);
    if (told.notice) setNotice(told.notice);
    const aloud = told.notice?.title ?? told.aloud;
    if (aloud) announceAtOnce(aloud);
  });

  return { notice, dismiss: () => setNotice(undefined) };
}
