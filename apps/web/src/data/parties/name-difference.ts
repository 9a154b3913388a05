/** A name in three: what two names begin with, where they differ, what they end with. */
export interface NameParts {
  readonly before: string;
  readonly own: string;
  readonly behind: string;
}

/** The part of a name in which it differs from another, by characters. */
export function nameDifference(name: string, other: string): NameParts {
  const [one, two] = [[...name], [...other]];
  let before = 0;
  while (before < one.length && before < two.length && one[before] === two[before]) before += 1;
  let behind = 0;
  const most = Math.min(one.length, two.length) - before;
  while (behind < most && one.at(-1 - behind) === two.at(-1 - behind)) behind += 1;
  const part = (from: number, to: number) => one.slice(from, to).join('');
  const end = one.length - behind;
  return { before: part(0, before), own: part(before, end), behind: part(end, one.length) };
}
