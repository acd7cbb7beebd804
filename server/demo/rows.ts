import { sql } from 'drizzle-orm';
import type {
  AgendaTemplateId,
  AssignmentId,
  CohortId,
  CourseId,
  DocumentId,
  GatheringId,
  GroupId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';
import type { Tx } from '../storage/database.ts';

type Ids = {
  readonly person: PersonId;
  readonly course: CourseId;
  readonly cohort: CohortId;
  readonly group: GroupId;
  readonly gathering: GatheringId;
  readonly session: SessionId;
  readonly 'agenda-template': AgendaTemplateId;
  readonly document: DocumentId;
  readonly assignment: AssignmentId;
};

/** Which row each piece of content became. */
export type Rows = {
  /** The row's id; null for content that has no row yet, and for a person who has been erased. */
  find<Kind extends keyof Ids>(kind: Kind, key: string): Ids[Kind] | null;
  /** @throws when there is none: the content refers to something that it lacks */
  get<Kind extends keyof Ids>(kind: Kind, key: string): Ids[Kind];
  /** Those of them that have a row. */
  findAll<Kind extends keyof Ids>(kind: Kind, keys: readonly string[]): Ids[Kind][];
  remember<Kind extends keyof Ids>(kind: Kind, key: string, id: Ids[Kind]): Promise<void>;
  /** Lets the row go its own way: the content is next made anew. */
  forget(kind: keyof Ids, key: string): Promise<void>;
};

export async function loadRows(tx: Tx): Promise<Rows> {
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select key, id from demo_row
    -- A person who has been erased keeps a row without a name, and is brought into nothing new.
    where key not like 'person/%'
      or exists (select from person where person.id = demo_row.id and display_name <> '')`);
  const ids = new Map(rows.map(({ key, id }) => [key, id]));

  function find<Kind extends keyof Ids>(kind: Kind, key: string): Ids[Kind] | null {
    return (ids.get(`${kind}/${key}`) as Ids[Kind] | undefined) ?? null;
  }
  return {
    find,
    get: (kind, key) => {
      const id = find(kind, key);
      if (id === null) throw new Error(`the demonstration has no ${kind} ${key}`);
      return id;
    },
    findAll: (kind, keys) => keys.map((key) => find(kind, key)).filter((id) => id !== null),
    remember: async (kind, key, id) => {
      ids.set(`${kind}/${key}`, id);
      await tx.execute(sql`
        insert into demo_row (key, id) values (${`${kind}/${key}`}, ${id}::uuid)
        on conflict (key) do update set id = excluded.id`);
    },
    forget: async (kind, key) => {
      ids.delete(`${kind}/${key}`);
      await tx.execute(sql`delete from demo_row where key = ${`${kind}/${key}`}`);
    },
  };
}
