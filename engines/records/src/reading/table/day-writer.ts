import type { Day } from '@zhiheng/vocabulary';

const remembered = 20_000;

/** Writes days by the pattern of a mapping: `YYYY`, `MM` or `M`, `DD` or `D`, other characters as they stand. */
export function dayWriter(pattern: string): (day: Day) => string {
  const written = new Map<Day, string>();
  return (day) => {
    const known = written.get(day);
    if (known !== undefined) return known;
    const [year = '', month = '', date = ''] = day.split('-');
    const parts: Readonly<Record<string, string>> = {
      YYYY: year,
      MM: month,
      M: String(Number(month)),
      DD: date,
      D: String(Number(date)),
    };
    const text = pattern.replaceAll(/YYYY|MM?|DD?/g, (part) => parts[part] ?? part);
    if (written.size >= remembered) written.clear();
    written.set(day, text);
    return text;
  };
}
