import * as commands from '#shared/features/care/support-card/commands.ts';
import * as rules from '#shared/features/care/support-card/rules.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { lockSupportCard, saveSupportCard } from './repository.ts';

export const changeSupportCard = handle(
  commands.changeSupportCard,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, subject, now, tx }) => {
    const decision = rules.changeSupportCard(await lockSupportCard(tx), input);
    if (!decision.ok) return decision;

    const [card] = decision.facts;
    if (!card) throw new Error('a changed card has no new one');
    await saveSupportCard(tx, card, subject.personId, now);
    return answer({ version: card.version });
  },
);
