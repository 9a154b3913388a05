import type { Segment } from './manifest.js';
import type { ObjectStore } from './object-store.js';
import type { Session } from './session.js';

/** A view that is defined when a statement first names it. */
export interface AwaitedView {
  /** What it shows, as SQL. */
  readonly sql: string;
  /** The segments that it reads. */
  readonly segments: readonly Pick<Segment, 'sha256'>[];
  /** Other views that its SQL names. */
  readonly names?: Iterable<string>;
  /** What its SQL needs beside. */
  prepare?(): Promise<unknown>;
}

/**
 * The views of a session, each defined before the first statement that names it, or names a view that does. With `checking` the segments that it
 * reads are checked before: nothing is read that was not.
 */
export class AwaitedViews {
  readonly #session: Session;
  readonly #store: ObjectStore;
  readonly #checking: boolean;
  readonly #known = new Map<string, AwaitedView & { defined: Promise<void> | null }>();

  constructor(session: Session, store: ObjectStore, checking: boolean) {
    this.#session = session;
    this.#store = store;
    this.#checking = checking;
  }

  /** Takes a view in the place of one of that name; where that shows the same, it stays as it is. */
  expect(name: string, view: AwaitedView): void {
    const known = this.#known.get(name);
    // Segments never change, so that a view of the same shows the same.
    if (known?.sql !== view.sql) this.#known.set(name, { ...view, defined: null });
  }

  /** The name is that of something else now. */
  forget(name: string): void {
    this.#known.delete(name);
  }

  /** Has the views of some names, and those that they name, defined. Throws `segment-damaged`. */
  async define(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      const view = this.#known.get(name);
      if (view === undefined) continue;
      await this.define(view.names ?? []);
      view.defined ??= this.#define(name, view);
      try {
        await view.defined;
      } catch (error) {
        view.defined = null;
        throw error;
      }
    }
  }

  async #define(name: string, { sql, segments, prepare }: AwaitedView): Promise<void> {
    if (this.#checking) await this.#store.checkSegments(segments);
    await prepare?.();
    await this.#session.run(`CREATE OR REPLACE VIEW "${name}" AS ${sql}`);
  }
}
