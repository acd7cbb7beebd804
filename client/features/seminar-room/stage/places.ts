/**
 * Who stands in which of so many places: whoever has one keeps it, a place that came free goes to whoever must be seen,
 * then to those who have been here longest. Where there is no free place, whoever must be seen takes the last one of
 * somebody who need not.
 */
export function keepPlaces(
  before: readonly string[],
  people: readonly string[],
  count: number,
  mustSee: readonly string[] = [],
): readonly string[] {
  const must = [...new Set(mustSee)].filter((one) => people.includes(one)).slice(0, count);
  const places: (string | undefined)[] = Array.from({ length: count }, (_, index) => {
    const one = before[index];
    return one !== undefined && people.includes(one) ? one : undefined;
  });
  const seat = (one: string, at: number) => {
    if (at >= 0) places[at] = one;
  };
  for (const one of must) {
    if (places.includes(one)) continue;
    const free = places.indexOf(undefined);
    const dispensable = places.findLastIndex(
      (other) => other !== undefined && !must.includes(other),
    );
    seat(one, free >= 0 ? free : dispensable);
  }
  for (const one of people) {
    const free = places.indexOf(undefined);
    if (free < 0) break;
    if (!places.includes(one)) seat(one, free);
  }
  return places.filter((one) => one !== undefined);
}
