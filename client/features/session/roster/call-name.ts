/**
 * What people are called in the room: all but the last of their names, "Per Olav" for Per Olav Lie. Whoever would
 * then share it with somebody else on the list is called by the whole name.
 */
export function callNames(displayNames: readonly string[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>();
  const whole = new Set(displayNames);
  for (const name of whole) count.set(short(name), (count.get(short(name)) ?? 0) + 1);
  return new Map(
    [...whole].map((name) => [name, count.get(short(name)) === 1 ? short(name) : name]),
  );
}

function short(displayName: string): string {
  const names = displayName.trim().split(/\s+/);
  return names.length > 1 ? names.slice(0, -1).join(' ') : displayName;
}
