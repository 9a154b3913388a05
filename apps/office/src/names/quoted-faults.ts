import type { LoadResult } from '@zhiheng/records';
import { type ErrorCode, errorTable, type FaultReport } from '@zhiheng/vocabulary';

/** Codes whose words are ends of files, numbers of bytes, names of formats, or names of files that were given: never what stands in one. */
const neverQuoting: ReadonlySet<ErrorCode> = new Set([
  'archive-bomb',
  'archive-encrypted',
  'cancelled',
  'file-changed',
  'file-missing',
  'file-truncated',
  'file-unreadable',
  'folder-unusable',
  'mapping-ambiguous',
  'mapping-missing',
  'part-too-large',
  'quote-open',
  'schema-outdated',
]);

/** A fault without what it may quote of a file; the same one where it quotes nothing. */
export function withoutQuote(report: FaultReport): FaultReport {
  if (neverQuoting.has(report.code)) return report;
  const { didYouMean, ...rest } = report;
  const message = errorTable[report.code].message.replaceAll(/:? ?\{\w+\}/g, '') || report.code;
  if (report.found === null && didYouMean === undefined && report.message === message) return report;
  const { field, ...place } = rest.place ?? {};
  const keeps = field !== undefined && field !== report.found;
  return { ...rest, message, place: rest.place && (keeps ? rest.place : place), found: null };
}

/** A load whose faults of files quote nothing; the same one where none did. */
export function loadWithoutQuotes(result: LoadResult): LoadResult {
  if (quotedIn(result) === 0) return result;
  const files = result.files.map((file) =>
    file.error === undefined ? file : { ...file, error: withoutQuote(file.error) },
  );
  return { ...result, files };
}

/** Of how many files the fault may quote what stands in them. */
export function quotedIn({ files }: Pick<LoadFaults, 'files'>): number {
  return files.filter(({ error }) => error !== undefined && quotes(error)).length;
}

export function quotes(report: FaultReport): boolean {
  return withoutQuote(report) !== report;
}

/** What is wrong with files of a load. */
export interface LoadFaults {
  readonly files: readonly { readonly path: string; readonly error?: FaultReport }[];
}
