import type { TextField } from '../near/model.js';
import type { ScreenedSession } from '../screened-session.js';
import { type Passage, passages } from './passages.js';
import { type ReadTexts, type TextsOfApplication, textColumns } from './read-texts.js';
import { type Template, type TemplateAsked, templateOf } from './slots.js';
import { titleLikeness } from './title-likeness.js';
import type { ToldPairs } from './told-pairs.js';

/** Which texts of applications stand at hand when rules are asked. */
export interface TextsAtHand {
  /** Name of a table of the session with a digest of each text, by `id`: `title`, `abstract`, `first_claim`; null: there is none, and nothing is remembered. */
  readonly digests: string | null;
  readonly told: ToldPairs;
  /** Applications whose texts were not there before, so that something new is asked of them; null: all are. */
  readonly came: ReadonlySet<string> | null;
  /** Texts that were read already. */
  readonly texts: ReadTexts;
}

/**
 * What detectors ask of the texts of two applications. A text that is not at hand is noted and answered as if nothing were in it: who asked asks again after
 * `bring`, until nothing is missing.
 */
export class AskedTexts {
  readonly #session: ScreenedSession;
  readonly #told: ToldPairs;
  readonly #digests: ReadonlyMap<string, TextsOfApplication>;
  readonly #texts: ReadTexts;
  readonly #missing = new Set<string>();

  private constructor(
    session: ScreenedSession,
    { told, texts }: TextsAtHand,
    digests: ReadonlyMap<string, TextsOfApplication>,
  ) {
    this.#session = session;
    this.#told = told;
    this.#texts = texts;
    this.#digests = digests;
  }

  /** Of the applications of the table `asked_application`. */
  static async open(session: ScreenedSession, atHand: TextsAtHand): Promise<AskedTexts> {
    const { digests } = atHand;
    const rows =
      digests === null
        ? []
        : await session.rows<{ id: string } & TextsOfApplication>(
            `SELECT ${textColumns} FROM ${digests} AS t JOIN asked_application AS asked ON asked.id = t.id`,
          );
    return new AskedTexts(session, atHand, new Map(rows.map((row) => [row.id, row])));
  }

  /** Title of an application as the release has it. */
  titleOf(id: string): string | null {
    return this.#tell('title', id, id, 'title', (title) => ({ title }))?.title ?? null;
  }

  /** How alike two titles are; null where one has none. */
  titleLikeness(own: string, other: string): number | null {
    const told = this.#tell('likeness', own, other, 'title', (one, two) => ({
      likeness: one === null || two === null ? null : titleLikeness(one, two),
    }));
    return told?.likeness ?? null;
  }

  /** How the text of one application is that of another with some words exchanged; null where it is not. */
  templateOf(own: string, other: string, field: TextField, asked: TemplateAsked) {
    const { fixed, slots, slotLength } = asked;
    const told = this.#tell(`template ${fixed} ${slots} ${slotLength}`, own, other, field, (one, two) => ({
      template: templateOf(one ?? '', two ?? '', asked) as { readonly own: Template; readonly other: Template } | null,
    }));
    return told?.template ?? null;
  }

  /** The longest passages that the text of one application shares with that of another. */
  passages(own: string, other: string, field: TextField): readonly Passage[] {
    return this.#tell('passages', own, other, field, (one, two) => passages(one ?? '', two ?? '')) ?? [];
  }

  /** Reads the texts that were asked for and not at hand; false where none was. */
  async bring(): Promise<boolean> {
    if (this.#missing.size === 0) return false;
    await this.read([...this.#missing]);
    this.#missing.clear();
    return true;
  }

  /** Reads the texts of applications, where they are not at hand. */
  read(asked: readonly string[]): Promise<void> {
    return this.#texts.read(this.#session, asked);
  }

  #tell<Told>(
    question: string,
    own: string,
    other: string,
    field: TextField,
    make: (one: string | null, two: string | null) => Told,
  ): Told | undefined {
    const digestOf = (id: string) => this.#digests.get(id)?.[field] ?? null;
    return this.#told.tell(question, digestOf(own), digestOf(other), () => {
      const [one, two] = [this.#texts.of(own), this.#texts.of(other)];
      if (one !== undefined && two !== undefined) return make(one[field], two[field]);
      for (const id of [own, other]) if (this.#texts.of(id) === undefined) this.#missing.add(id);
      return undefined;
    });
  }
}
