/** Areas told beside the others and already inside their province: sub-provincial cities, the Bingtuan. */
export class MemoAreas {
  /** By member: the memo areas it belongs to. */
  readonly #byMember = new Map<string, string[]>();
  readonly #byWords = new Map<string, string>();

  /** `csv`: `id,zh-Hans,zh-Hant,en,kind,areas,words`; members and words between spaces. */
  constructor(csv: string) {
    for (const line of csv.split('\n').slice(1)) {
      const [id = '', , , , , areas = '', words = ''] = line.trim().split(',');
      for (const area of areas.split(' ').filter((code) => code !== '')) {
        this.#byMember.set(area, [...(this.#byMember.get(area) ?? []), id]);
      }
      for (const word of words.split(' ').filter((text) => text !== '')) this.#byWords.set(word, id);
    }
  }

  /** The memo areas of an area, and those that the address names. */
  of(area: string, text = ''): string[] {
    const found = [area, `${area.slice(0, 4)}00`].flatMap((code) => this.#byMember.get(code) ?? []);
    for (const [word, id] of this.#byWords) if (text.includes(word)) found.push(id);
    return [...new Set(found)];
  }
}
