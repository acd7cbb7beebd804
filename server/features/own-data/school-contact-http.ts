import type { FastifyInstance } from 'fastify';
import {
  SCHOOL_CONTACT_PATH,
  type SchoolContact,
} from '#shared/features/own-data/school-contact.ts';

/** Row 61: for everybody, also before a sign-in, and who reads it is not asked. */
export function serveSchoolContact(http: FastifyInstance, contact: SchoolContact): void {
  http.get(SCHOOL_CONTACT_PATH, (_request, reply): Promise<SchoolContact> => {
    reply.header('cache-control', 'no-store');
    return Promise.resolve(contact);
  });
}
