import type { TextField } from '../near/model.js';
import type { ScreenedSession } from '../screened-session.js';

export type TextsOfApplication = Readonly<Record<TextField, string | null>>;

/** Columns of a table of texts, or of what stands for them, named `t`. */
export const textColumns = 't.id, t.title, t.abstract, t.first_claim AS claim';

/** Texts of applications that were read, kept for whoever asks again: each reading goes through all texts of a release. */
export class ReadTexts {
  readonly #known = new Map<string, TextsOfApplication>();

  /** The texts of an application; undefined where they were not read. */
  of(id: string): TextsOfApplication | undefined {
    return this.#known.get(id);
  }

  /** Reads the texts of those that were not read yet; one without any has three that are null. */
  async read(session: Pick<ScreenedSession, 'registerTable' | 'rows'>, ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (missing.length === 0) return;
    await session.registerTable(
      'text_read',
      { id: 'text' },
      missing.map((id) => [id]),
    );
    const rows = await session.rows<{ id: string } & TextsOfApplication>(
      `SELECT ${textColumns} FROM patent_texts AS t JOIN text_read AS asked ON asked.id = t.id`,
    );
    for (const id of missing) this.#known.set(id, { title: null, abstract: null, claim: null });
    for (const { id, title, abstract, claim } of rows) this.#known.set(id, { title, abstract, claim });
  }
}
