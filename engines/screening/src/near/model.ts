/** Which text of an application is compared; each field apart. */
export type TextField = 'title' | 'abstract' | 'claim';

/** One text of one application. `number` is its application number with office (`CN:202310123456`), `day` its filing day as days since 1970-01-01 or null. */
export interface ApplicationText {
  readonly number: string;
  readonly day: number | null;
  readonly text: string;
}

/** Two applications with texts alike: `jaccard` and `containment` (share of a's shingles, or of its passages, found in b) exact, from 0 to 1. `a` is filed first; for one day the smaller number. */
export interface TextPair {
  readonly a: string;
  readonly b: string;
  readonly field: TextField;
  readonly jaccard: number;
  readonly containment: number;
  /** same: folded texts are equal; near: by shingles; contained: a passage of b stands in a (the earlier); recombined: b is patched from several earlier ones. */
  readonly kind: 'same' | 'near' | 'contained' | 'recombined';
}

/** What was not looked through whole: a bucket with more members than the cap, in canonical (hash) order, whatever the order of reading. */
export interface CappedBucket {
  readonly field: TextField;
  readonly stage: 'band' | 'fingerprint';
  readonly bucket: string;
  readonly members: number;
  readonly kept: number;
}

/** A star around its earliest filed core. */
export interface TextGroup {
  readonly core: string;
  readonly members: readonly string[];
  readonly pairs: readonly TextPair[];
  readonly lineage: { readonly mergedFrom: readonly string[]; readonly splitFrom: string | null };
}
