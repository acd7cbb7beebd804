import { createEffect, onCleanup } from 'solid-js';
import { paperChannel } from '#shared/features/assignment/channel.ts';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import type { PaperState } from '#shared/features/assignment/submission/model.ts';
import type { PaperId, PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { announce } from '../../ui/announcer.ts';
import type { About } from './answers.ts';
import { words } from './words.ts';

/** Follows what the others do, and says it to those who do not see it. */
export function FollowPaper(props: {
  readonly paperId: PaperId;
  readonly paper: About['papers'][number];
  readonly me: PersonId;
  readonly onState: (state: PaperState | undefined) => void;
  readonly onChanged: () => void;
}) {
  const t = useWords(words);
  const channel = live.openChannel(paperChannel, props.paperId);
  createEffect(() => props.onState(channel.state()));
  const name = (personId: PersonId) =>
    props.paper.members.find((each) => each.personId === personId)?.displayName ?? '';
  const saidBy: Readonly<Record<Exclude<PaperFact['type'], 'handed-in'>, (by: string) => string>> =
    {
      confirmed: (by) => t().saidConfirmed(by),
      'confirmation-withdrawn': (by) => t().saidWithdrawn(by),
      'asked-to-wait': (by) => t().saidAskedToWait(by),
      'wait-ended': (by) => t().saidWaitEnded(by),
      'taken-back': (by) => t().saidTakenBack(by),
    };
  const said = (fact: PaperFact): string | undefined => {
    if (fact.type === 'handed-in') return t().handedInNow;
    const by = fact.type === 'taken-back' ? fact.by : fact.personId;
    return by === props.me ? undefined : saidBy[fact.type](name(by));
  };
  const stop = channel.whenFact((fact) => {
    const text = said(fact);
    if (text) announce(text);
    props.onChanged();
  });
  onCleanup(() => {
    stop();
    props.onState(undefined);
    void channel.letGo();
  });
  return null;
}
