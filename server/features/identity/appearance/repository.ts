import { sql } from 'drizzle-orm';
import { type Appearance, USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';

/** How somebody wants the pages to look. */
export async function appearanceOf(tx: Tx | Database, personId: PersonId): Promise<Appearance> {
  const { rows } = await tx.execute<Appearance>(sql`
    select text_size as "textSize", font, spacing, theme, motion, low_energy as "lowEnergy"
    from person_appearance where person_id = ${personId}`);
  return rows[0] ?? USUAL_APPEARANCE;
}

export async function keepAppearance(
  tx: Tx | Database,
  personId: PersonId,
  { textSize, font, spacing, theme, motion, lowEnergy }: Appearance,
): Promise<void> {
  await tx.execute(sql`
    insert into person_appearance (person_id, text_size, font, spacing, theme, motion, low_energy)
    values (${personId}, ${textSize}, ${font}, ${spacing}, ${theme}, ${motion}, ${lowEnergy})
    on conflict (person_id) do update set
      text_size = excluded.text_size, font = excluded.font, spacing = excluded.spacing,
      theme = excluded.theme, motion = excluded.motion, low_energy = excluded.low_energy`);
}

/** F79: whether somebody has little to go on just now, and is to be told of less. */
export async function hasLowEnergy(tx: Tx | Database, personId: PersonId): Promise<boolean> {
  return (await appearanceOf(tx, personId)).lowEnergy;
}
