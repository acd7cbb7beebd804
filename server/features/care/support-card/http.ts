import type { FastifyInstance } from 'fastify';
import { SUPPORT_CARD_PATH, type SupportCard } from '#shared/features/care/support-card/model.ts';
import type { Database } from '../../../storage/database.ts';
import { readSupportCard } from './repository.ts';

/**
 * Row 53: the card is for everybody, and who reads it is not asked. Browsers fetch it with the page and not when it is opened
 * (SUPPORT-3), so that opening it leaves no trace here or on the way.
 */
export function serveSupportCard(http: FastifyInstance, database: Database): void {
  http.get(SUPPORT_CARD_PATH, (_request, reply): Promise<SupportCard> => {
    reply.header('cache-control', 'no-store');
    return readSupportCard(database);
  });
}
