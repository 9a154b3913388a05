/** Which text of an application is compared; each field apart. */
export type TextField = 'title' | 'abstract' | 'claim';

/** One text of one application. `number` is its application number with office (`CN:202310123456`), `day` its filing day as days since 1970-01-01 or null. */
export interface ApplicationText {
  readonly number: string;
  readonly day: number | null;
  readonly text: string;
}

/**
 * Two applications with texts alike. `a` is filed first; for one day the smaller number; without a day after all with one.
 *
 * `jaccard`: shingles in both of those in either. `containment`: share of the shingles of the one with fewer that the other has too;
 * of a recombined pair the share of those of b that a has. Both exact, 0 to 1.
 */
export interface TextPair {
  readonly a: string;
  readonly b: string;
  readonly field: TextField;
  readonly jaccard: number;
  readonly containment: number;
  /**
   * same: folded texts are equal, told once for each copy with the earliest as `a`; near: by shingles; contained: most of the shorter
   * stands in the longer, whichever was first; recombined: b is patched from several earlier ones, of which a is one.
   */
  readonly kind: 'same' | 'near' | 'contained' | 'recombined';
}

/** What was not looked through whole: a bucket with more members than the cap, in canonical (hash) order, whatever the order of reading. */
export interface CappedBucket {
  readonly field: TextField;
  readonly stage: 'band' | 'fingerprint';
  /** `BAND:KEY` or the fingerprint, in hexadecimal. */
  readonly bucket: string;
  readonly members: number;
  /** Members compared with each other; the others are compared with the first few of these alone. */
  readonly kept: number;
}

/** A star around its earliest filed core. */
export interface TextGroup {
  readonly core: string;
  readonly members: readonly string[];
  readonly pairs: readonly TextPair[];
  readonly lineage: { readonly mergedFrom: readonly string[]; readonly splitFrom: string | null };
}
