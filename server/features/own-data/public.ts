export { serveOwnData } from './export/http.ts';
export { serveSchoolContact } from './school-contact-http.ts';
