/** Gathers the text of `si` and `is` elements: plain or in runs, without the phonetic guides above it. */
export class RichText {
  #text = '';
  #inText = false;
  #phonetic = false;

  begin(): void {
    this.#text = '';
    this.#inText = false;
    this.#phonetic = false;
  }

  open(name: string): void {
    if (name === 't') this.#inText = !this.#phonetic;
    else if (name === 'rPh') this.#phonetic = true;
  }

  add(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#phonetic = false;
  }

  get text(): string {
    return plainText(this.#text);
  }
}

/** Characters that XML cannot hold are written `_x000D_`, and an underscore that would look so `_x005F_`. */
export function plainText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
