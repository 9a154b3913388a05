/** Finds what is distinct in lists of words, and what two lists share, by a table of open places that is emptied by counting on. */
export class DistinctWords {
  #words = new Int32Array(2048);
  #marks = new Int32Array(2048);
  #mark = 0;
  #places = 2047;

  /** Moves each word of a list to its front once, in the order of first places; gives how many these are. */
  compact(words: Int32Array, count: number): number {
    this.#begin(count);
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const word = words[at] as number;
      if (!this.#add(word)) continue;
      words[kept] = word;
      kept += 1;
    }
    return kept;
  }

  /** Holds the words of a list until the next call. */
  hold(words: Int32Array): void {
    this.#begin(words.length);
    for (let at = 0; at < words.length; at += 1) this.#add(words[at] as number);
  }

  /** How many of the words of a list, each once in it, are held. */
  countHeld(words: Int32Array): number {
    const [held, marks, mark, places] = [this.#words, this.#marks, this.#mark, this.#places];
    let both = 0;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as number;
      let place = word & places;
      while (marks[place] === mark && held[place] !== word) place = (place + 1) & places;
      if (marks[place] === mark) both += 1;
    }
    return both;
  }

  #begin(count: number): void {
    let places = 2048;
    while (places < 2 * count) places *= 2;
    if (places > this.#words.length) {
      this.#words = new Int32Array(places);
      this.#marks = new Int32Array(places);
    }
    this.#places = places - 1;
    this.#mark = (this.#mark + 1) | 0;
    if (this.#mark !== 0) return;
    this.#marks.fill(0);
    this.#mark = 1;
  }

  #add(word: number): boolean {
    const places = this.#places;
    let place = word & places;
    while (this.#marks[place] === this.#mark) {
      if (this.#words[place] === word) return false;
      place = (place + 1) & places;
    }
    this.#marks[place] = this.#mark;
    this.#words[place] = word;
    return true;
  }
}
