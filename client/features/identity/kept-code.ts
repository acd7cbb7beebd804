import * as z from 'zod/mini';
import { CODE_LIVES_MS } from '#shared/features/identity/sign-in/rules.ts';

/** Where a code was sent, and when it ends at the latest. Never the code. */
const keptCode = z.object({ email: z.string(), endsAt: z.number() });
type KeptCode = z.infer<typeof keptCode>;

const NAME = 'mellom.code-sent';

/**
 * An old phone discards a tab whose person reads mail in another program. That a code is on its way is kept for this tab
 * alone, and no longer than the code can be used.
 */
export const codeOnItsWay = {
  keep(email: string): void {
    const kept: KeptCode = { email, endsAt: Date.now() + CODE_LIVES_MS };
    try {
      sessionStorage.setItem(NAME, JSON.stringify(kept));
    } catch {
      // Storage is closed in some private windows. The step then lasts as long as the page.
    }
    setTimeout(codeOnItsWay.email, CODE_LIVES_MS);
  },

  /** The address, while the code can be used; what has ended is taken away. */
  email(): string | undefined {
    try {
      const kept = keptCode.safeParse(JSON.parse(sessionStorage.getItem(NAME) ?? 'null'));
      const left = kept.success ? kept.data.endsAt - Date.now() : 0;
      // Longer than any code lives: the clock was set back.
      if (kept.success && left > 0 && left <= CODE_LIVES_MS) return kept.data.email;
    } catch {
      // Closed, or not ours.
    }
    codeOnItsWay.forget();
    return undefined;
  },

  forget(): void {
    try {
      sessionStorage.removeItem(NAME);
    } catch {
      // Closed: nothing was kept.
    }
  },
};
