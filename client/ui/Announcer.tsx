import { spokenAtOnce, spokenPolitely } from './announcer.ts';

/** The only two live regions for events. Mounted once, in the app, before anything speaks. */
export function Announcer() {
  return (
    <>
      <div class="visually-hidden" aria-live="polite" aria-atomic="true">
        {spokenPolitely()}
      </div>
      <div class="visually-hidden" aria-live="assertive" aria-atomic="true">
        {spokenAtOnce()}
      </div>
    </>
  );
}
