import { OwnPage as Page } from '../features/identity/own-page/OwnPage.tsx';
import { mayHaveCalendar } from '../features/programme/public.ts';

/** `/din-side` */
export function OwnPage() {
  return <Page hasCalendar={mayHaveCalendar()} />;
}
