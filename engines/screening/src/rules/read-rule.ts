import { type ListedFault, listFaults, type SheetMap, YamlSheet } from '@zhiheng/sheets';
import { type Day, dayFromNumber, dayNumber, isDay, nearestWord } from '@zhiheng/vocabulary';
import { canonicalHash } from '@zhiheng/vocabulary/canonical';
import { type DetectorFacts, type DetectorName, detectorFacts, detectorNames } from '../detectors/detector-facts.js';
import type { Ground } from './ground.js';
import { readDay } from './read-grounds.js';
import type { Cohort, Exception, Rule, RuleSpan } from './rule.js';

export const ruleIdForm = /^[a-z]+(-[a-z]+)*$/;
export const mostOfCohort = 1_000_000;

/**
 * Reads a rule family (`definitions/screening/rules/*.yaml`) against the grounds of the office. Throws the first `screening-rules-wrong` with
 * line and column, what was found and what would be right.
 */
export function readRule(text: string, file: string, grounds: readonly Ground[]): Rule<DetectorName> {
  const sheet = new YamlSheet(text, file, 'screening-rules-wrong');
  const rule = buildRule(sheet, grounds);
  sheet.throwFirst();
  return rule;
}

/** Every fault of a rule family, as `screen check` gives them out. */
export function checkRule(
  text: string,
  file: string,
  grounds: readonly Ground[],
): { readonly ok: boolean; readonly faults: readonly ListedFault[] } {
  const sheet = new YamlSheet(text, file, 'screening-rules-wrong');
  buildRule(sheet, grounds);
  const faults = listFaults(sheet);
  return { ok: faults.length === 0, faults };
}

/** The rule on a sheet; of use only where no fault was noted. */
function buildRule(sheet: YamlSheet, grounds: readonly Ground[]): Rule<DetectorName> {
  const root = sheet.root();
  const id = root.text('id');
  if (id !== '' && !ruleIdForm.test(id)) {
    root.note('id', { what: 'not an id', found: id, expected: 'small letters with hyphens: near-copy' });
  }
  const detector = root.choice('detector', detectorNames);
  const facts: DetectorFacts = detectorFacts[detector];
  const source = root.map('source');
  const head = {
    names: root.localized('names'),
    explanation: root.localized('explanation'),
    hint: root.has('hint') && root.truth('hint'),
    source: { text: source.text('text'), article: source.text('article'), date: source.optionalText('date') },
    provisional: root.truth('provisional'),
    exceptions: readExceptions(root, facts),
    cohort: readCohort(root, facts),
  };
  source.close();
  const maps = root.maps('spans');
  if (maps.length === 0) root.note('spans', { what: 'the rule has no spans', expected: 'spans: a list' });
  const spans = maps.map((map) => readSpan(map, facts, grounds, { id, detector, ...head }));
  for (const [index, { validFrom }] of spans.entries()) {
    const before = spans[index - 1];
    if (before === undefined || (before.validTo !== null && before.validTo < validFrom)) continue;
    const expected = 'a day behind the last of the span before';
    maps[index]?.note('valid_from', { what: 'two spans are for one day', found: validFrom, expected });
  }
  root.close();
  return { id, detector, ...head, spans };
}

function readExceptions(root: SheetMap, facts: DetectorFacts): Exception[] {
  return root.texts('exceptions').flatMap((word) => {
    const known = facts.exceptions.find((one) => one === word);
    if (known !== undefined) return [known];
    const expected = facts.exceptions.join(', ') || 'none: this detector knows no exceptions';
    const didYouMean = nearestWord(word, facts.exceptions);
    root.note('exceptions', { what: 'the detector knows no such exception', found: word, expected, didYouMean });
    return [];
  });
}

function readCohort(root: SheetMap, facts: DetectorFacts): Cohort | null {
  if (!facts.cohort) {
    if (root.has('cohort')) {
      root.note('cohort', { what: 'this detector compares with no cohort', expected: 'no cohort' });
    }
    return null;
  }
  const map = root.map('cohort', 'least: fewest applications that it is told by');
  const cohort = { least: map.count('least', mostOfCohort) };
  map.close();
  return cohort;
}

function readSpan(map: SheetMap, facts: DetectorFacts, grounds: readonly Ground[], rule: object): RuleSpan {
  const validFrom = readDay(map, 'valid_from');
  const validTo = map.has('valid_to') ? readDay(map, 'valid_to') : null;
  if (validTo !== null && validTo < validFrom) {
    map.note('valid_to', { what: 'the span ends before it begins', found: validTo, expected: `from ${validFrom} on` });
  }
  const ground = readGround(map, grounds, validFrom, validTo);
  const thresholds = readThresholds(map, facts);
  map.close();
  const span = { validFrom, validTo, ground, thresholds };
  const { id } = rule as { id: string };
  const hash = canonicalHash({ ...rule, ...span }).slice(0, 8);
  return { ...span, version: `${id}/${validFrom}/${hash}` };
}

/** A ground that the office knows and that holds over the whole span. */
function readGround(map: SheetMap, grounds: readonly Ground[], from: Day, to: Day | null): string {
  const id = map.text('ground');
  const ground = grounds.find((one) => one.id === id);
  if (ground === undefined) {
    const ids = grounds.map((one) => one.id);
    if (id !== '') {
      const didYouMean = nearestWord(id, ids);
      map.note('ground', { what: 'no ground has this id', found: id, expected: ids.join(', '), didYouMean });
    }
    return id;
  }
  const ends = ground.validTo !== null && (to === null || ground.validTo < to);
  if (isDay(from) && (from < ground.validFrom || ends)) {
    map.note('ground', {
      what: 'the ground does not hold over the whole span',
      found: `${from} to ${to ?? 'no end'}`,
      expected: `days from ${ground.validFrom} to ${ground.validTo ?? 'no end'}${nextGround(ground, grounds)}`,
    });
  }
  return id;
}

function nextGround({ validTo }: Ground, grounds: readonly Ground[]): string {
  if (validTo === null || !isDay(validTo)) return '';
  const day = dayFromNumber(dayNumber(validTo) + 1);
  const next = grounds.filter(({ validFrom }) => validFrom === day).map(({ id }) => id);
  return next.length === 0 ? '' : `; from ${day} on ${next.join(', ')}`;
}

function readThresholds(map: SheetMap, facts: DetectorFacts): Record<string, number> {
  const given = map.map('thresholds', Object.keys(facts.thresholds).join(', '));
  const read = Object.entries(facts.thresholds).map(([name, { least, most, whole }]) => {
    const value = given.number(name);
    if (given.scalarOf(name) !== null && (value < least || value > most || (whole && !Number.isInteger(value)))) {
      const expected = `${whole ? 'a whole number' : 'a number'} from ${least} to ${most}`;
      given.note(name, { what: `${name} is out of range`, found: String(value), expected });
    }
    return [name, value] as const;
  });
  given.close();
  return Object.fromEntries(read);
}
