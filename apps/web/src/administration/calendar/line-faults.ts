/** The faults of a list of days as the server tells them: `line 3: …; line 7: …`. */
export function lineFaults(detail: string): { readonly line: number; readonly what: string }[] {
  return detail.split(/; (?=line \d+: )/).flatMap((part) => {
    const told = /^line (\d+): (.+)$/s.exec(part);
    return told === null ? [] : [{ line: Number(told[1]), what: told[2] ?? '' }];
  });
}
