import { spokenAtOnce, spokenPolitely } from './announcer.ts';

/**
 * The only two live regions for events. Mounted once, in the app, before anything speaks. They speak over a sheet too,
 * which hides all else from a screen reader: `data-live-announcer` is how Kobalte knows them.
 */
export function Announcer() {
  return (
    <>
      <div class="visually-hidden" data-live-announcer="" aria-live="polite" aria-atomic="true">
        {spokenPolitely()}
      </div>
      <div class="visually-hidden" data-live-announcer="" aria-live="assertive" aria-atomic="true">
        {spokenAtOnce()}
      </div>
    </>
  );
}
