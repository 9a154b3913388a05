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

/** A view, and when it was or will be defined; null: nobody named it yet. */
interface Known extends AwaitedView {
  defined: Promise<void> | null;
}

/**
 * The views of a session, each defined before the first statement that names it, or names a view that does. With `checking` the segments that it
 * reads are checked before: nothing is read that was not.
 */
export class AwaitedViews {
  readonly #session: Session;
  readonly #store: ObjectStore;
  readonly #checking: boolean;
  readonly #known = new Map<string, Known>();

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

  /** Has the views of some names, and those that they name, defined: those that are not yet, together. Throws `segment-damaged`. */
  async define(names: Iterable<string>): Promise<void> {
    const named = this.#named(names);
    const lacking = [...named].filter(([, { defined }]) => defined === null);
    if (lacking.length > 0) {
      // What others have defined just now may be named by these.
      const begun = begunOf(named);
      const making = Promise.all(begun).then(() => this.#make(lacking));
      for (const [, view] of lacking) view.defined = making;
      making.catch(() => {
        for (const [, view] of lacking) if (view.defined === making) view.defined = null;
      });
    }
    await Promise.all(begunOf(named));
  }

  /** The views of some names, those that one names before it. */
  #named(names: Iterable<string>, found = new Map<string, Known>()): Map<string, Known> {
    for (const name of names) {
      const view = this.#known.get(name);
      if (view === undefined || found.has(name)) continue;
      this.#named(view.names ?? [], found);
      found.set(name, view);
    }
    return found;
  }

  async #make(views: readonly (readonly [name: string, view: Known])[]): Promise<void> {
    if (this.#checking) await this.#store.checkSegments(views.flatMap(([, { segments }]) => segments));
    // What one needs beside may name those before it.
    let together: string[] = [];
    const runTogether = async () => {
      const statements = together;
      together = [];
      await this.#session.runAll(statements);
    };
    for (const [name, { sql, prepare }] of views) {
      if (prepare !== undefined) {
        await runTogether();
        await prepare();
      }
      together.push(`CREATE OR REPLACE VIEW "${name}" AS ${sql}`);
    }
    await runTogether();
  }
}

/** What is waited for of some views. */
function begunOf(views: ReadonlyMap<string, Known>): Promise<void>[] {
  return [...views.values()].flatMap(({ defined }) => (defined === null ? [] : [defined]));
}
