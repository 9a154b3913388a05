import type { LakeSession } from '@zhiheng/lake';
import type { TextField } from '@zhiheng/screening';

export type TextsOfApplication = Readonly<Record<TextField, string | null>>;

/** Texts of applications that were read, kept for whoever asks again: each reading goes through all texts of a release. */
export class ReadTexts {
  readonly #session: LakeSession;
  readonly #known = new Map<string, TextsOfApplication>();

  constructor(session: LakeSession) {
    this.#session = session;
  }

  /** All that were read, by application. */
  get known(): ReadonlyMap<string, TextsOfApplication> {
    return this.#known;
  }

  /** Reads the texts of those that were not read yet; one without any has three that are null. */
  async read(ids: Iterable<string>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (missing.length === 0) return;
    await this.#session.registerTable(
      'text_read',
      { id: 'text' },
      missing.map((id) => [id]),
    );
    const rows = await this.#session.rows<{ id: string } & TextsOfApplication>(
      `SELECT t.id, t.title, t.abstract, t.first_claim AS claim FROM patent_texts AS t JOIN text_read AS r ON r.id = t.id`,
    );
    for (const id of missing) this.#known.set(id, { title: null, abstract: null, claim: null });
    for (const { id, title, abstract, claim } of rows) this.#known.set(id, { title, abstract, claim });
  }
}
