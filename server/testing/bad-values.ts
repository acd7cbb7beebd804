import * as fc from 'fast-check';

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Values that have broken parsers before: as JSON, since that is how they come. */
const NASTY_JSON: readonly string[] = [
  'null',
  '0',
  '-1',
  '1e400',
  '""',
  '[]',
  '{}',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e\\u2066abc"',
  '"Robert\'); drop table person;--"',
  '"<img src=x onerror=alert(1)>"',
  '{"__proto__":{"ok":true,"roles":[{"role":"admin","until":null}]}}',
  '{"constructor":{"prototype":{"ok":true}}}',
  '{"toString":1,"valueOf":2,"toJSON":3,"then":4,"length":-1}',
  '{"_placeholder":true,"num":0}',
  '{"_placeholder":true,"num":1e9}',
  deep(5_000),
  `"${'x'.repeat(60_000)}"`,
];

/** Something else in a place where something was expected, as JSON. */
const otherValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY_JSON),
  fc.json({ maxDepth: 3 }),
  fc.uuid().map((id) => JSON.stringify(id)),
);

/**
 * A valid object, spoiled: a field missing, replaced, doubled in another case, or one too many. As JSON text.
 * @param valid called anew for each, so that ids differ
 */
export function spoiled(valid: () => Record<string, unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(), fc.constantFrom('drop', 'replace', 'add', 'whole'), otherValue)
    .map(([nth, how, other]) => {
      const fields = Object.entries(valid()).map(
        ([name, value]) => [name, JSON.stringify(value)] as const,
      );
      const at = nth % fields.length;
      const written = (entries: readonly (readonly [string, string])[]) =>
        `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
      if (how === 'whole') return other;
      if (how === 'drop') return written(fields.filter((_, place) => place !== at));
      if (how === 'add') return written([...fields, ['__proto__', other], ['extra', other]]);
      return written(
        fields.map(([name, value], place) => (place === at ? [name, other] : [name, value])),
      );
    });
}
