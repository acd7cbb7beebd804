/** The programme slice's face. */
export { HomePage } from './HomePage.tsx';
