import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Area, AreaDirectory, AreaLevel, LocalizedText } from '@zhiheng/vocabulary';
import type { AreaAnswer } from './answers.js';

/** Levels that can be chosen, the wider first. */
const levels: readonly AreaLevel[] = ['province', 'city', 'county'];
/** Names that stand for a step of the code alone. */
const nominal = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
const groups = ['ALL', 'CN', 'CN-ML'];

/** The groups and the 34 provincial units, for choosers. */
export function chosenFirst(directory: AreaDirectory): AreaAnswer[] {
  return [...groups.map((code) => directory.get(code)), ...directory.provinces()].map(withoutLineage);
}

/** Areas of codes, with the areas that hold them; codes that are none are left out. */
export function areasOf(directory: AreaDirectory, codes: readonly string[]): AreaAnswer[] {
  return codes.filter((code) => directory.has(code)).map((code) => withLineage(directory, directory.get(code)));
}

/**
 * Provinces, cities and counties by a part of their name in any of the three languages, or by the beginning of their code: whole names
 * before beginnings before what lies within, then the wider area first.
 */
export function findAreas(directory: AreaDirectory, words: SpokenNames, text: string, limit: number): AreaAnswer[] {
  const wanted = folded(text);
  if (wanted === '') return [];
  return directory
    .listed()
    .filter(({ level, names }) => levels.includes(level) && !nominal.has(names['zh-Hans']))
    .flatMap((area) => {
      const fit = fitOf(wanted, area, words.get(area.code) ?? []);
      return fit === null ? [] : [{ area, order: [fit, levels.indexOf(area.level), Number(area.code)] as const }];
    })
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.order[2] - b.order[2])
    .slice(0, limit)
    .map(({ area }) => withLineage(directory, area));
}

/** Names of cities in other languages, by code. */
export type SpokenNames = ReadonlyMap<string, readonly string[]>;

/** The names of single areas among the memo areas: sub-provincial cities, which have an English and a traditional name there. */
export function spokenNames(definitionsFolder: string): SpokenNames {
  const lines = readFileSync(join(definitionsFolder, 'reference/memo-areas.csv'), 'utf8').split('\n').slice(1);
  return new Map(
    lines.flatMap((line) => {
      const [, hans = '', hant = '', en = '', , code = ''] = line.trim().split(',');
      return /^\d{6}$/.test(code) ? [[code, [hans, hant, en]] as const] : [];
    }),
  );
}

function fitOf(wanted: string, { code, names }: Area, spoken: readonly string[]): number | null {
  const known = [...Object.values(names), ...spoken].map(folded);
  if (known.includes(wanted) || code === wanted) return 0;
  if (known.some((name) => name.startsWith(wanted)) || code.startsWith(wanted)) return 1;
  return known.some((name) => name.includes(wanted)) ? 2 : null;
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replaceAll('’', "'");

const withoutLineage = ({ code, level, names }: Area): AreaAnswer => ({ code, level, names, within: [] });

function withLineage(directory: AreaDirectory, area: Area): AreaAnswer {
  const above = directory
    .lineage(area.code)
    .slice(1)
    .filter((code) => /^\d{6}$/.test(code) && directory.has(code))
    .map((code) => directory.get(code).names)
    .filter((names) => !nominal.has(names['zh-Hans']));
  return { ...withoutLineage(area), within: above.reverse() satisfies LocalizedText[] };
}
