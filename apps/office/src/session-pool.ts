import type { LakeSession } from '@zhiheng/lake';

interface Place {
  readonly session: Promise<LakeSession>;
  busy: boolean;
  usedAt: number;
}

/**
 * Sessions that stay open between questions, each used by one question at a time, so that the tables one question
 * registers are never seen by another. At most `places` are open; the one idle longest gives way.
 */
export class SessionPool {
  readonly #places = new Map<string, Place[]>();
  readonly #limit: number;
  readonly #waiting: (() => void)[] = [];
  #uses = 0;

  constructor(places: number) {
    this.#limit = places;
  }

  /** Lends a session of a key, opened by `open` when none is idle, for as long as `use` runs. */
  async use<T>(key: string, open: () => Promise<LakeSession>, use: (session: LakeSession) => Promise<T>): Promise<T> {
    const place = await this.#take(key, open);
    try {
      return await use(await place.session);
    } catch (error) {
      await this.#forgetBroken(key, place);
      throw error;
    } finally {
      place.busy = false;
      this.#waiting.shift()?.();
    }
  }

  /** Closes every session. */
  async close(): Promise<void> {
    const all = [...this.#places.values()].flat();
    this.#places.clear();
    for (const { session } of all) {
      await session.then(
        (opened) => opened.close(),
        () => {},
      );
    }
  }

  async #take(key: string, open: () => Promise<LakeSession>): Promise<Place> {
    for (;;) {
      const idle = this.#places.get(key)?.find((place) => !place.busy);
      this.#uses += 1;
      if (idle !== undefined) {
        idle.busy = true;
        idle.usedAt = this.#uses;
        return idle;
      }
      if (this.#count() < this.#limit || (await this.#closeIdle())) {
        const place: Place = { session: open(), busy: true, usedAt: this.#uses };
        this.#places.set(key, [...(this.#places.get(key) ?? []), place]);
        return place;
      }
      await new Promise<void>((resume) => this.#waiting.push(resume));
    }
  }

  #count(): number {
    return [...this.#places.values()].reduce((total, places) => total + places.length, 0);
  }

  /** Closes the session that has been idle longest; false when all are busy. */
  async #closeIdle(): Promise<boolean> {
    const idle = [...this.#places]
      .flatMap(([key, places]) => places.filter((place) => !place.busy).map((place) => ({ key, place })))
      .sort((a, b) => a.place.usedAt - b.place.usedAt)[0];
    if (idle === undefined) return false;
    this.#remove(idle.key, idle.place);
    (await idle.place.session).close();
    return true;
  }

  /** A session that could not be opened is not kept. */
  async #forgetBroken(key: string, place: Place): Promise<void> {
    await place.session.catch(() => this.#remove(key, place));
  }

  #remove(key: string, place: Place): void {
    this.#places.set(
      key,
      (this.#places.get(key) ?? []).filter((one) => one !== place),
    );
  }
}
