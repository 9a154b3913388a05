import type { Random } from '../random.js';
import type { Field } from './field.js';
import type { Sentence } from './sentence.js';
import type { StyleWords } from './style-words.js';

const said = '所述';

/** Fills the blanks of sentences for one application: nouns are introduced once and then spoken of again. */
export class ClauseWriter {
  readonly nouns: string[] = [];
  readonly #style: StyleWords;
  readonly #field: Field;
  readonly #random: Random;
  #newest = '';
  #lastEffect = '';
  #first = '';
  #second = '';
  /** Nouns spoken of before the sentence at hand. */
  #before = 0;

  constructor(style: StyleWords, field: Field, random: Random) {
    this.#style = style;
    this.#field = field;
    this.#random = random;
  }

  /** One of the sentences filled; nouns spoken of again bear 所述, as in claims. */
  write(sentences: readonly Sentence[]): string {
    const { literals, blanks } = this.#random.one(sentences);
    this.#first = '';
    this.#second = '';
    this.#before = this.nouns.length;
    let text = literals[0] ?? '';
    for (let index = 0; index < blanks.length; index += 1) {
      text += this.#fill(blanks[index] ?? '') + (literals[index + 1] ?? '');
    }
    return text;
  }

  #fill(letter: string): string {
    switch (letter) {
      case 'N':
        return this.#introduce();
      case 'n':
        return said + this.#newest;
      case 'A':
        if (this.#first === '') this.#first = this.#known(this.#second);
        return said + this.#first;
      case 'a':
        return said + (this.nouns[0] ?? '');
      case 'B':
        if (this.#second === '') this.#second = this.#known(this.#first);
        return said + this.#second;
      case 'V':
        return this.#random.one(this.#field.doings);
      case 'E':
        return this.#effect();
      default:
        return this.#number(this.#random.one(this.#style.blanks[letter] ?? []));
    }
  }

  /** Another effect than the one named last. */
  #effect(): string {
    const { effects } = this.#field;
    const index = Math.floor(this.#random.fraction() * effects.length);
    const effect = effects[index] ?? '';
    const other = effect === this.#lastEffect ? (effects[(index + 1) % effects.length] ?? '') : effect;
    this.#lastEffect = other;
    return other;
  }

  #number(filling: string): string {
    let text = filling;
    let low = 2;
    for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at)) {
      const number = this.#random.between(low, low + 96);
      text = `${text.slice(0, at)}${number}${text.slice(at + 1)}`;
      low = text.includes('-#') ? number + 1 : 2;
    }
    return text;
  }

  /** A noun spoken of before, another than the given one where there is another. */
  #known(other: string): string {
    const { nouns } = this;
    const count = this.#before > 1 ? this.#before : nouns.length;
    if (count === 0) return this.#introduce();
    const index = Math.floor(this.#random.fraction() * count);
    const noun = nouns[index] ?? '';
    return noun === other ? (nouns[(index + 1) % count] ?? noun) : noun;
  }

  #introduce(): string {
    let noun = this.#coin();
    while (this.nouns.includes(noun)) noun = this.#coin();
    this.nouns.push(noun);
    this.#newest = noun;
    return noun;
  }

  #coin(): string {
    const random = this.#random;
    const { prefixes, coinedStems, coinedEnds } = this.#style;
    const draw = random.fraction();
    if (draw < 0.15) return random.one(this.#field.nouns);
    if (draw < 0.45) return random.one(prefixes) + random.one(this.#field.nouns);
    const coined = random.one(coinedStems) + random.one(coinedEnds);
    return draw < 0.85 ? coined : random.one(prefixes) + coined;
  }
}
