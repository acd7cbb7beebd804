import { expect } from '../../people.ts';
import type { Screen } from '../screen.ts';

/** What is set about attendance, and who is told of it. */
export const attendanceScreens: readonly Screen[] = [
  {
    name: 'required attendance',
    targetPx: 24,
    open: async ({ enter, school }) => {
      const rector = await enter(
        await school.planning.person({ name: 'Rita Rektor', role: 'rector' }),
      );
      await rector.page.goto('/oppmote/krav');
      await expect(
        rector.page.getByRole('button', { name: /^Endre kravet/ }).first(),
      ).toBeVisible();
      return rector;
    },
  },
];
