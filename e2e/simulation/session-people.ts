/** Who takes part in the machine's session; the teachers in the order of the plan. */
export const TEACHERS = ['anne', 'bjorn'] as const;
export const STUDENTS = ['kari', 'ola', 'siri'] as const;
/** Invited to this one session, and nothing else to it: a study adviser and a practice supervisor. */
export const INVITED = ['tone', 'per'] as const;
/** In the order in which the school came to know them; Gro comes by a link that opens once, and was nobody here before. */
export const EVERYBODY = [...TEACHERS, ...STUDENTS, ...INVITED, 'gro'] as const;
export type Who = (typeof EVERYBODY)[number];

export type Kind = 'teaching' | 'circle';

/** Of everybody but Gro, who says it at the door. Siri and Tone share a first name. */
export const WHOLE_NAMES: Readonly<Record<Exclude<Who, 'gro'>, string>> = {
  anne: 'Anne Moen',
  bjorn: 'Bjørn Dahl',
  kari: 'Kari Nordmann',
  ola: 'Ola Hansen',
  siri: 'Siri Berg',
  tone: 'Siri Lie',
  per: 'Per Vik',
};
/** What Gro says: nobody else's first name, and Kari's with less and less to tell them apart, until it is hers. */
export const GUEST_NAMES = ['Gro Gjestad', 'Kari Lund', 'Kari Nilsen', 'Kari Nordmann'] as const;
