export { serveSchoolContact } from './school-contact-http.ts';
