import type { FastifyInstance } from 'fastify';
import {
  contactOf,
  SCHOOL_CONTACT_PATH,
  type SchoolContact,
} from '#shared/features/own-data/school-contact.ts';
import type { Database } from '../../storage/database.ts';
import { schoolCard } from '../programme/public.ts';

/** Row 53: for everybody, also before a sign-in, and who reads it is not asked. */
export function serveSchoolContact(
  http: FastifyInstance,
  { database, settings }: { readonly database: Database; readonly settings: SchoolContact },
): void {
  http.get(SCHOOL_CONTACT_PATH, async (_request, reply): Promise<SchoolContact> => {
    reply.header('cache-control', 'no-store');
    return contactOf(settings, await database.transaction(schoolCard));
  });
}
