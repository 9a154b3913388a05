import type { LocalizedText } from '@zhiheng/vocabulary';
import type { EditionRow } from './edition-rows.js';

export const rowModes = ['include', 'exclude', 'partial'] as const;
export type RowMode = (typeof rowModes)[number];

/** What the texts of a table leave open. */
export interface ConcordanceSettings {
  /** Whether symbols that are concerned in part admit. */
  readonly partial: 'left-out' | 'counts';
  /** What an excluded symbol takes away: itself, or the record. */
  readonly exclude: 'symbols' | 'records';
  /** Whether every symbol of a record counts, or the first alone. */
  readonly positions: 'all' | 'first';
  /** How many of the keywords of a rule must stand in a text. */
  readonly keywords: 'any' | 'all';
  /** Whether symbols of other editions of the IPC are carried over, or taken as they are written alone. */
  readonly editions: 'carried' | 'as-written';
}

/** Where a table comes from and how far it can be trusted. */
export interface ConcordanceSheet {
  readonly id: string;
  /** Of the table that comes with the software. */
  readonly version: string;
  /** `slot`: no rows come with the software; an office loads its own. */
  readonly status: 'table' | 'slot';
  readonly names: LocalizedText;
  readonly origin: { readonly text: string; readonly date: string | null; readonly url: string | null };
  readonly provisional: boolean;
  readonly ipcEdition: string;
  readonly settings: ConcordanceSettings;
  /** Names of codes of the first level: those that figures are told by. */
  readonly groups: Readonly<Record<string, LocalizedText>>;
  readonly doubts: readonly LocalizedText[];
}

/** One rule of a code: its patterns as they are written, and its keywords. */
export interface ConcordanceRule {
  readonly code: string;
  readonly rule: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly partial: readonly string[];
  readonly keywords: readonly string[];
  readonly excludedKeywords: readonly string[];
  /** The list of keywords says that there are others. */
  readonly openEnded: boolean;
}

/** The rows of a table, read and checked. */
export interface ConcordanceRows {
  readonly version: string;
  /** Codes with rules, in the order of the table, with their names. */
  readonly codes: Readonly<Record<string, string>>;
  readonly rules: readonly ConcordanceRule[];
}

/** A table in force: its sheet, its rows, and the hash of everything that decides what belongs where. */
export interface Concordance extends ConcordanceRows {
  readonly sheet: ConcordanceSheet;
  /** Whether the rows are the office's own. */
  readonly own: boolean;
  /** What symbols are in other editions; none where they are taken as they are written, and in tables kept before there was such a list. */
  readonly editions?: readonly EditionRow[];
  readonly hash: string;
}

/** A code and those above it: `1.2.3`, `1.2`, `1`. */
export function codesAbove(code: string): string[] {
  const parts = code.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** Every code that can be asked of a table, those above codes with rules too. */
export function askableCodes({ codes }: Pick<ConcordanceRows, 'codes'>): string[] {
  return [...new Set(Object.keys(codes).flatMap(codesAbove))].sort(byParts);
}

/** Codes by the numbers of their parts: `2` before `10`. */
export function byParts(one: string, other: string): number {
  const [a, b] = [one.split('.'), other.split('.')];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    if (left !== right) return Number(left) - Number(right) || (left < right ? -1 : 1);
  }
  return 0;
}
