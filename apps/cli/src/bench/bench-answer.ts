/** What a bench prints with `--json`. Speeds and limits have their unit in their name; ratios are plain. */
export interface BenchAnswer {
  readonly name: string;
  /** Records of the largest input. */
  readonly rows: number;
  /** Of the whole bench, inputs too. */
  readonly seconds: number;
  /** What the same machine does with a part of the work alone. */
  readonly limits: Readonly<Record<string, number>>;
  readonly speeds: Readonly<Record<string, number>>;
  readonly ratios: Readonly<Record<string, number>>;
  /** Largest resident memory of any measured process, in bytes. */
  readonly memory: number;
  readonly inputs: Readonly<Record<string, string | number>>;
  /** Runs of which each figure is the median. */
  readonly rounds: number;
  /** The part that ended in a fault; what stands in the answer was measured before it. */
  readonly failed?: { readonly part: string; readonly message: string };
}
