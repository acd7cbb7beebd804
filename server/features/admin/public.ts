export { renewFirstLink } from './welcome/first-administrator.ts';
export { serveWelcomeDoor } from './welcome/http.ts';
