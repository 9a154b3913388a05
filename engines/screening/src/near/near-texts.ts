import { OwnFault } from '@zhiheng/vocabulary';
import { joinBands, metInBands } from './band-join.js';
import { CappedBuckets } from './capped-buckets.js';
import { compareCandidates } from './compare-candidates.js';
import { joinFingerprints, metInFingerprints } from './fingerprint-join.js';
import { mostClasses, PairCodes } from './growing-words.js';
import { isKept, type Link } from './links.js';
import type { ApplicationText, TextField } from './model.js';
import { NearState } from './near-state.js';
import { type NearThreadPlan, NearThreads } from './near-threads.js';
import type { WorkOrder } from './near-work.js';
import { packTexts } from './packed-texts.js';
import { cappedOf, type NearPairs, pairsOf } from './pairs.js';
import { recombine } from './recombine.js';
import { type NearSettings, usualNearSettings } from './settings.js';
import type { Sketches } from './sketch.js';

/** How texts of one field are compared. */
export interface NearOptions {
  readonly field: TextField;
  /** Texts of applications taken in by earlier processes, in the order of their numbers. Left out: nothing was stored. */
  readonly textsOf?: (numbers: readonly string[]) => Promise<readonly string[]>;
  readonly settings?: NearSettings;
  /** Whether passages are looked for; left out: in abstracts and claims, not in titles. */
  readonly passages?: boolean;
  readonly threads?: NearThreadPlan;
}

const textsOfOrder = 2048;

/**
 * Texts of one field, compared with each other. Each `take` compares new texts with each other and with all taken before; many small ones come to
 * the same pairs as one large one, in any order and with any number of threads.
 */
export class NearTexts {
  readonly state: NearState;
  readonly #options: NearOptions;
  readonly #settings: NearSettings;
  /** Texts of classes that came while this object lived, from `#held` on. */
  readonly #texts: string[] = [];
  readonly #held: number;
  #compared = 0;
  #bands: CappedBuckets;
  #fingerprints: CappedBuckets;

  /** `state`: what is stored of earlier runs. */
  constructor(options: NearOptions, state = new NearState()) {
    this.#options = options;
    this.#settings = options.settings ?? usualNearSettings;
    this.state = state;
    this.#held = state.classes.count;
    this.#bands = this.#noneCapped('band');
    this.#fingerprints = this.#noneCapped('fingerprint');
  }

  #noneCapped(stage: 'band' | 'fingerprint'): CappedBuckets {
    return new CappedBuckets(this.#settings[stage], this.state.classes.canonically);
  }

  /** Takes in applications; one that is here already is passed over. */
  async take(applications: readonly ApplicationText[]): Promise<void> {
    const threads = new NearThreads(this.#options.threads ?? { count: 0 }, this.#options.field);
    try {
      const firstNew = this.state.classes.count;
      const moved = await this.#sketch(applications, threads);
      const candidates = this.#join(firstNew);
      this.#compared += candidates.length;
      const changed = this.#withoutUnmet();
      await compareCandidates(
        candidates,
        (classes) => this.#textsOf(classes),
        threads,
        (link) => {
          if (!isKept(link, this.#settings)) return;
          this.state.links.push(link);
          changed.push(link);
        },
      );
      await recombine({
        field: this.#options.field,
        settings: this.#settings,
        state: this.state,
        changed,
        moved,
        textsOf: (classes) => this.#textsOf(classes),
      });
    } finally {
      await threads.close();
    }
  }

  /** Pairs of texts that this object compared exactly; those of earlier processes are not in it. */
  get compared(): number {
    return this.#compared;
  }

  /** All pairs of what was taken in. */
  pairs(): NearPairs {
    const { state, ...rest } = { state: this.state, field: this.#options.field, settings: this.#settings };
    const { classes, empty } = state;
    const emptyTexts = empty < 0 ? 0 : classes.classOf.words.reduce((sum, one) => sum + (one === empty ? 1 : 0), 0);
    return {
      pairs: pairsOf({ ...rest, classes, empty, links: state.links, recombined: state.recombined }),
      capped: cappedOf(rest.field, this.#bands, this.#fingerprints),
      texts: classes.members.length,
      empty: emptyTexts,
      classes: classes.count - (empty < 0 ? 0 : 1),
    };
  }

  /** Gives the classes whose earliest application is another now. */
  async #sketch(applications: readonly ApplicationText[], threads: NearThreads): Promise<ReadonlySet<number>> {
    const { classes } = this.state;
    const moved = new Set<number>();
    const parts: ApplicationText[][] = [];
    const fingerprints = this.#options.passages ?? this.#options.field !== 'title';
    function* orders(): Generator<WorkOrder> {
      for (let from = 0; from < applications.length; from += textsOfOrder) {
        const part = applications.slice(from, from + textsOfOrder);
        parts.push(part);
        yield { type: 'sketch', texts: packTexts(part.map(({ text }) => text)), fingerprints };
      }
    }
    await threads.carryOut(orders(), (answer) => {
      const sketches = answer as Sketches;
      for (const [index, application] of (parts.shift() ?? []).entries()) {
        if (classes.knows(application.number)) continue;
        const { of, isNew, first } = classes.add(application, sketches.hashes, 4 * index);
        if (isNew) {
          if (of >= mostClasses) throw new OwnFault(`more than ${mostClasses} different texts`);
          this.state.addClass(sketches, index);
          this.#texts.push(application.text);
        } else if (first) moved.add(of);
      }
    });
    return moved;
  }

  #join(firstNew: number): Float64Array {
    const { state } = this;
    const found = new PairCodes();
    this.#bands = this.#noneCapped('band');
    this.#fingerprints = this.#noneCapped('fingerprint');
    const keys = state.keys.map(({ words }) => words);
    const { nearFloor } = this.#settings;
    const mayBeKept = (one: number, other: number) => state.bits.mayReach(one, other, nearFloor);
    const columns = { keys, count: state.classes.count, firstNew, empty: state.empty, mayBeKept };
    joinBands(columns, state.cappedBands, this.#bands, found);
    joinFingerprints({ ...this.#passages(), firstNew }, state.cappedFingerprints, this.#fingerprints, found);
    state.cappedBands = [...this.#bands].map(({ bucket }) => bucket);
    state.cappedFingerprints = [...this.#fingerprints].map(({ bucket }) => bucket);
    return found.distinct();
  }

  #passages() {
    return { fingerprints: this.state.fingerprints.words, starts: this.state.starts.words };
  }

  /** Takes out links whose buckets are over the cap by now; gives those that are gone or brought together by less. */
  #withoutUnmet(): Link[] {
    const { state } = this;
    if (this.#bands.size + this.#fingerprints.size === 0) return [];
    const keys = state.keys.map(({ words }) => words);
    const passages = { ...this.#passages(), firstNew: 0 };
    const changed: Link[] = [];
    const kept: Link[] = [];
    for (const link of state.links) {
      const { one, other } = link;
      const byBand = (link.origin & 1) !== 0 && metInBands(keys, one, other, this.#bands) ? 1 : 0;
      const byPassage = (link.origin & 2) !== 0 && metInFingerprints(passages, one, other, this.#fingerprints) ? 2 : 0;
      const origin = byBand + byPassage;
      const now = origin === link.origin ? link : { ...link, origin };
      if (now !== link) changed.push(now);
      if (isKept(now, this.#settings)) kept.push(now);
    }
    state.links = kept;
    return changed;
  }

  async #textsOf(classes: readonly number[]): Promise<readonly string[]> {
    const earlier = classes.filter((one) => one < this.#held);
    const numbers = earlier.map((one) => this.state.classes.earliestOf(one).number);
    if (earlier.length > 0 && this.#options.textsOf === undefined)
      throw new OwnFault('texts of earlier runs are asked for, and nobody gives them');
    const given = numbers.length === 0 ? [] : ((await this.#options.textsOf?.(numbers)) ?? []);
    const texts = new Map(earlier.map((one, index) => [one, given[index]]));
    return classes.map((one) => {
      const text = one < this.#held ? texts.get(one) : this.#texts[one - this.#held];
      if (text === undefined) throw new OwnFault(`no text of ${this.state.classes.earliestOf(one).number}`);
      return text;
    });
  }
}
