import { designSubjects } from '../design-subjects.js';
import type { OfficeKind } from '../office-volumes.js';
import { Random } from '../random.js';
import { subjects, type TitleStyle } from '../subjects.js';
import { ClauseWriter } from './clause-writer.js';
import { deviceStyle } from './device-style.js';
import type { Field } from './field.js';
import { fieldOf } from './field-of.js';
import { matterStyle } from './matter-style.js';
import { methodStyle } from './method-style.js';
import type { ComposedText, PatentText } from './patent-text.js';
import type { StyleWords } from './style-words.js';
import { writeDesignTitle, writeTitle } from './title-writer.js';

const styles: Readonly<Record<TitleStyle, StyleWords>> = {
  device: deviceStyle,
  method: methodStyle,
  matter: matterStyle,
};
const nameOfKind = { invention: '本发明', utility_model: '本实用新型', design: '' } as const;

/** Every subject with its field, as things and as they are. */
const fields = subjects.map(({ style, symbols }) => {
  const subclass = symbols[0]?.slice(0, 4) ?? '';
  return { style, own: fieldOf(style, subclass), asThing: fieldOf('device', subclass) };
});

/**
 * Writes titles, abstracts and first claims in the language of Chinese patents. All is drawn from the stream handed in:
 * the same stream gives the same text, so that a text can be written again at any time.
 */
export class TextSource {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The texts of a key: a stream of the seed's own, so that whoever knows the key can have them written again. */
  textsOf(subject: number, kind: OfficeKind, ...key: readonly (number | string)[]): ComposedText {
    return this.compose(subject, kind, Random.of(this.#seed, 'text', ...key));
  }

  /**
   * `subject`: index into the subjects, for a design into those of designs. Chinese texts hold no comma, quote, semicolon
   * or line end of ASCII, English titles neither.
   */
  texts(subject: number, kind: OfficeKind, random: Random): PatentText {
    const { title, titleEn, abstract, firstClaim } = this.compose(subject, kind, random);
    return { title, titleEn, abstract, firstClaim };
  }

  /** The title alone, for an office without texts; the same as that of `texts` from the same stream. */
  title(subject: number, kind: OfficeKind, random: Random): { title: string; titleEn: string } {
    const { zh, en } = this.#title(subject, kind, random);
    return { title: zh, titleEn: en };
  }

  /** The texts with the nouns they speak of. */
  compose(subject: number, kind: OfficeKind, random: Random): ComposedText {
    const { name, zh, en } = this.#title(subject, kind, random);
    const place = fields[subject];
    if (kind === 'design' || place === undefined) {
      return { title: zh, titleEn: en, abstract: '', firstClaim: '', nouns: [] };
    }
    const style = kind === 'utility_model' ? 'device' : place.style;
    const field = style === place.style ? place.own : place.asThing;
    const words = styles[style];
    const writer = new ClauseWriter(words, field, random);

    const claimLength = random.between(250, 450);
    const clauses: string[] = [writer.write(words.claimOpenings)];
    let firstClaim = `1.一种${name}，${clauses[0]}`;
    let step = 1;
    while (firstClaim.length < claimLength) {
      const clause = writer.write(words.clauses);
      clauses.push(clause);
      step += 1;
      firstClaim += words.numberedSteps ? `；步骤${step}、${clause}` : `；${clause}`;
    }
    firstClaim += '。';
    return {
      title: zh,
      titleEn: en,
      abstract: this.#abstract(kind, name, field, words, writer, clauses, random),
      firstClaim,
      nouns: writer.nouns,
    };
  }

  #title(subject: number, kind: OfficeKind, random: Random) {
    if (kind === 'design') {
      const objects = designSubjects[subject % designSubjects.length]?.objects ?? [];
      return writeDesignTitle(random.one(objects), random);
    }
    const { style, objects } = subjects[subject] ?? { style: 'device' as const, objects: [] };
    let title = writeTitle(kind, style, random.one(objects), random);
    while (title.zh.length < 10 || title.zh.length > 30) title = writeTitle(kind, style, random.one(objects), random);
    return title;
  }

  /** The opening that abstracts share, what the thing consists of, some of what the claim says, and what is gained. */
  #abstract(
    kind: OfficeKind,
    name: string,
    field: Field,
    words: StyleWords,
    writer: ClauseWriter,
    clauses: readonly string[],
    random: Random,
  ): string {
    const own = nameOfKind[kind];
    const length = random.between(185, 232);
    let text = `${random.one(openings)(own, field.name, name)}${plain(writer.write(words.abstractOpenings))}`;
    for (let index = 1; index < clauses.length && text.length < length; index += 1) {
      text += (random.chance(0.5) ? '，' : '；') + plain(clauses[index] ?? '');
    }
    text += `。${writer.write(words.closings)}。`;
    return random.chance(0.3) ? text + random.one(praises)(own) : text;
  }
}

type Opening = (own: string, field: string, name: string) => string;

const openings: readonly Opening[] = [
  (own, _, name) => `${own}公开了一种${name}，`,
  (own, field, name) => `${own}公开了一种${name}，属于${field}技术领域，`,
  (own, field, name) => `${own}涉及${field}技术领域，具体为一种${name}，`,
  (own, field, name) => `${own}涉及${field}技术领域，尤其涉及一种${name}，`,
  (own, _, name) => `${own}提供了一种${name}，`,
  (own, _, name) => `${own}提供一种${name}，`,
];

/** What many abstracts end with in the same words. */
const praises: readonly ((own: string) => string)[] = [
  (own) => `${own}结构简单，使用方便，适合推广。`,
  (own) => `${own}成本低，实用性强，便于推广应用。`,
  (own) => `${own}操作简便，效果良好，具有推广价值。`,
];

function plain(clause: string): string {
  return clause.replaceAll('所述', '');
}
