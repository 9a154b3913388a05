import { OwnFault } from '@zhiheng/vocabulary';
import { joinBands, metInBands } from './band-join.js';
import { CappedBuckets } from './capped-buckets.js';
import { compareCandidates } from './compare-candidates.js';
import { joinFingerprints, metInFingerprints } from './fingerprint-join.js';
import { mostClasses, PairCodes, pairOf } from './growing-words.js';
import { isKept, type Link } from './links.js';
import type { ApplicationText, TextField } from './model.js';
import { NearState } from './near-state.js';
import { type NearThreadPlan, NearThreads } from './near-threads.js';
import type { WorkOrder } from './near-work.js';
import { packTexts } from './packed-texts.js';
import { PairColumns } from './pair-columns.js';
import { cappedOf, type Found, type NearPairs, pairsOf } from './pairs.js';
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
/** Pairs whose texts are held together while they are compared. */
const candidatesAtOnce = 100_000;

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
      const { state } = this;
      const moved = await this.#sketch(applications, threads);
      const met = this.#join(state.joined);
      const changed = new Uint8Array(state.classes.count);
      const change = ({ one, other }: Link) => {
        changed[one] = changed[other] = 1;
      };
      const candidates = this.#notYetLinked(met, change);
      this.#compared += candidates.length;
      this.#withoutUnmet(change);
      for (let from = 0; from < candidates.length; from += candidatesAtOnce) {
        const some = candidates.subarray(from, from + candidatesAtOnce);
        const texts = await this.#earlierTexts(some);
        await compareCandidates(
          some,
          (classes) => Promise.resolve(classes.map((one) => this.#textOf(one, texts))),
          threads,
          (link) => {
            if (!isKept(link, this.#settings)) return;
            state.links.push(link);
            change(link);
          },
        );
      }
      await recombine({
        field: this.#options.field,
        settings: this.#settings,
        state,
        changed,
        moved: new Set([...moved, ...state.unsettled]),
        textsOf: (classes) => this.#textsOf(classes),
      });
      state.joined = state.classes.count;
      state.unsettled.clear();
      state.lostBands.clear();
      state.lostFingerprints.clear();
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
    return { pairs: pairsOf(this.#found()), ...this.counts() };
  }

  /** The same pairs with those of copies, not yet told one by one. */
  pairColumns(): PairColumns {
    return new PairColumns(this.#found());
  }

  #found(): Found {
    const { classes, empty, links, recombined } = this.state;
    return { field: this.#options.field, settings: this.#settings, classes, empty, links, recombined };
  }

  /** What was taken in, and which buckets were over their cap. */
  counts(): Omit<NearPairs, 'pairs'> {
    const { classes, empty } = this.state;
    return {
      capped: cappedOf(this.#options.field, this.#bands, this.#fingerprints),
      texts: classes.numbers.length - classes.gone.size,
      empty: empty < 0 ? 0 : classes.standing.at(empty),
      classes: classes.standing.words.reduce((sum, members) => sum + (members > 0 ? 1 : 0), 0) - (empty < 0 ? 0 : 1),
    };
  }

  /** Gives the classes whose earliest application is another now. */
  async #sketch(applications: readonly ApplicationText[], threads: NearThreads): Promise<ReadonlySet<number>> {
    const { classes } = this.state;
    const moved = new Set<number>();
    const parts: ApplicationText[][] = [];
    const fingerprints = this.#options.passages ?? this.#options.field !== 'title';
    const known = classes.knownAmong(new Set(applications.map(({ number }) => number)));
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
        if (known.has(application.number)) continue;
        known.add(application.number);
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
    const standing = state.classes.standing.words;
    const columns = { keys, standing, firstNew, empty: state.empty, mayBeKept, lost: state.lostBands };
    joinBands(columns, state.cappedBands, this.#bands, found);
    const passages = { ...this.#passages(), standing, firstNew, lost: state.lostFingerprints };
    joinFingerprints(passages, state.cappedFingerprints, this.#fingerprints, found);
    state.cappedBands = [...this.#bands].map(({ bucket }) => bucket);
    state.cappedFingerprints = [...this.#fingerprints].map(({ bucket }) => bucket);
    return found.distinct();
  }

  /**
   * Of pairs that meet those that are to be compared. Two that were linked before and meet where a bucket over its cap lost a class are brought together
   * by more: these links are told as changed.
   */
  #notYetLinked(met: Float64Array, change: (link: Link) => void): Float64Array {
    const { state } = this;
    if (state.lostBands.size + state.lostFingerprints.size === 0) return met;
    const joined = (one: number, other: number) => one * mostClasses + other;
    const again = new Map<number, number>();
    for (const code of met) {
      const { one, other, origin } = pairOf(code);
      if (other < state.joined) again.set(joined(one, other), origin);
    }
    const linked = new Set<number>();
    const { links } = state;
    for (let place = 0; again.size > 0 && place < links.length; place += 1) {
      const pair = joined(links.one.at(place), links.other.at(place));
      const origin = again.get(pair);
      if (origin === undefined) continue;
      linked.add(pair);
      const known = links.origin.at(place);
      if ((known | origin) === known) continue;
      links.origin.set(place, known | origin);
      change(links.at(place));
    }
    return met.filter((code) => {
      const { one, other } = pairOf(code);
      return other >= state.joined || !linked.has(joined(one, other));
    });
  }

  #passages() {
    return { fingerprints: this.state.fingerprints.words, starts: this.state.starts.words };
  }

  /** Takes out links whose buckets are over the cap by now; tells of those that are gone or brought together by less. */
  #withoutUnmet(change: (link: Link) => void): void {
    const { state } = this;
    const fallen = new Uint8Array(state.classes.count);
    for (const buckets of [this.#bands, this.#fingerprints]) for (const one of buckets.fallen) fallen[one] = 1;
    if (this.#bands.fallen.size + this.#fingerprints.fallen.size === 0) return;
    const keys = state.keys.map(({ words }) => words);
    const passages = { ...this.#passages(), standing: state.classes.standing.words, firstNew: 0 };
    const { links } = state;
    links.keep((place) => {
      const [one, other] = [links.one.at(place), links.other.at(place)];
      if (fallen[one] === 0 && fallen[other] === 0) return true;
      const origin = links.origin.at(place);
      const byBand = (origin & 1) !== 0 && metInBands(keys, one, other, this.#bands) ? 1 : 0;
      const byPassage = (origin & 2) !== 0 && metInFingerprints(passages, one, other, this.#fingerprints) ? 2 : 0;
      if (byBand + byPassage === origin) return true;
      links.origin.set(place, byBand + byPassage);
      const now = links.at(place);
      change(now);
      return isKept(now, this.#settings);
    });
  }

  /** Texts of classes of earlier processes that are to be compared, all asked at once: each asking reads through the whole of a store. */
  async #earlierTexts(candidates: Float64Array): Promise<ReadonlyMap<number, string>> {
    const classes = new Set<number>();
    for (const code of candidates) {
      const { one, other } = pairOf(code);
      classes.add(one).add(other);
    }
    return this.#given([...classes]);
  }

  async #textsOf(classes: readonly number[]): Promise<readonly string[]> {
    const texts = await this.#given(classes);
    return classes.map((one) => this.#textOf(one, texts));
  }

  async #given(classes: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const earlier = classes.filter((one) => one < this.#held);
    if (earlier.length === 0) return new Map();
    if (this.#options.textsOf === undefined)
      throw new OwnFault('texts of earlier runs are asked for, and nobody gives them');
    const given = await this.#options.textsOf(earlier.map((one) => this.state.classes.earliestOf(one).number));
    return new Map(earlier.map((one, index) => [one, given[index] ?? '']));
  }

  #textOf(one: number, earlier: ReadonlyMap<number, string>): string {
    const text = one < this.#held ? earlier.get(one) : this.#texts[one - this.#held];
    if (text === undefined) throw new OwnFault(`no text of ${this.state.classes.earliestOf(one).number}`);
    return text;
  }
}
