import { diffChars } from 'diff';
import type { Stretch, TracedText } from '../text/traced-text.js';
import type { RepeatedLines } from './repeated-lines.js';

/** Characters that one copy of a line has and the other lacks, where nothing stands instead. */
export interface ExtraRun extends Stretch {
  readonly line: number;
}

/** Where the copies say different words: a person has to choose. */
export interface CopyDifference {
  readonly original: Stretch & { readonly line: number };
  readonly copy: Stretch & { readonly line: number };
}

const longestExtra = 12;

/** Compares the copies of repeated lines, letter by letter. */
export function compareCopies(repeated: RepeatedLines): {
  readonly extra: readonly ExtraRun[];
  readonly different: readonly CopyDifference[];
} {
  const compared = repeated.pairs.map(({ original, copy }) => comparePair(original, copy));
  return {
    extra: compared.flatMap(({ extra }) => extra),
    different: compared.flatMap(({ different }) => different),
  };
}

function comparePair(original: TracedText, copy: TracedText) {
  const extra: ExtraRun[] = [];
  const different: CopyDifference[] = [];
  for (const { removed, added } of changesBetween(original.text, copy.text)) {
    if (removed.length > 0 && added.length > 0) {
      different.push({ original: { line: original.line, ...removed }, copy: { line: copy.line, ...added } });
    } else if (removed.length > 0 && removed.length <= longestExtra) extra.push({ line: original.line, ...removed });
    else if (added.length > 0 && added.length <= longestExtra) extra.push({ line: copy.line, ...added });
    else different.push({ original: { line: original.line, ...removed }, copy: { line: copy.line, ...added } });
  }
  return { extra, different };
}

/** What changes between two texts, as stretches of both. */
function changesBetween(before: string, after: string): { removed: Stretch; added: Stretch }[] {
  const changes: { removed: Stretch; added: Stretch }[] = [];
  let [left, right] = [0, 0];
  let open: { removed: Stretch; added: Stretch } | null = null;
  for (const part of diffChars(before, after)) {
    if (!part.added && !part.removed) {
      open = null;
      left += part.value.length;
      right += part.value.length;
      continue;
    }
    if (open === null) {
      open = { removed: { at: left, length: 0 }, added: { at: right, length: 0 } };
      changes.push(open);
    }
    if (part.removed) {
      open.removed = { ...open.removed, length: open.removed.length + part.value.length };
      left += part.value.length;
    } else {
      open.added = { ...open.added, length: open.added.length + part.value.length };
      right += part.value.length;
    }
  }
  return changes;
}
