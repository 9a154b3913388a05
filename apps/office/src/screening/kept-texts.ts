import type { Segment } from '@zhiheng/lake';
import type { StoredNear, TextField } from '@zhiheng/screening';

/** What a run keeps of the texts it looked at, for the next run to begin with; only that of the newest run is kept in the lake. */
export interface KeptTexts {
  /** By field the sketches and what came of comparing: names of files. */
  readonly near: Readonly<Record<TextField, StoredNear>>;
  /** A row an application with a text: filing day and the MD5 of each of its texts. */
  readonly texts: Segment;
  /** A row an application with a text: what was measured in it, and the MD5 of what was. */
  readonly measures: { readonly method: string; readonly segment: Segment };
  /** Name of the file of what rules were told of two texts; missing in runs that kept none. */
  readonly told?: string;
  /** By which version pairs were told (`pairsVersion`); missing in runs that wrote all of them each time. */
  readonly pairs?: number;
}

/** What a run did with the texts of applications. One whose text or filing day changed has left and was taken in. */
export interface TextsTaken {
  readonly taken: number;
  readonly kept: number;
  readonly left: number;
  /** Why all were taken in anew; null: they were not. */
  readonly remade: RemadeReason | null;
}

/**
 * `first`: no run before kept any; `other-version`: it was made by another version of the software or by other settings; `many-changed`: more than
 * a fifth of the texts; `segment-damaged`: what it kept is gone or is not what its name promises.
 */
export type RemadeReason = 'first' | 'other-version' | 'many-changed' | 'segment-damaged';

/** Names of all files and segments of what is kept. */
export function objectsOfKept({ near, texts, measures, told }: KeptTexts): string[] {
  const files = Object.values(near).flatMap(({ segments, found }) => [...segments.map(({ file }) => file), found]);
  return [...files, texts.sha256, measures.segment.sha256, ...(told === undefined ? [] : [told])];
}
