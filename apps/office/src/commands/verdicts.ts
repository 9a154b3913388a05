import {
  explainVerdict,
  judge,
  observeAmong,
  onlyAbout,
  type Programme,
  targetsOfArea,
  type Verdict,
} from '@zhiheng/programme';
import { dayNumber, nearestWord, type Observation, UserFault, yearBefore } from '@zhiheng/vocabulary';
import type { OverviewAnswer } from '../answers.js';
import type { TargetAnswer } from '../answers-verdicts.js';
import { judgingGround, type ObservedGround, observedFor } from '../judging/observed-for-programme.js';
import { programmeKnown } from '../judging/programme-known.js';
import { type DayAsked, vintageForDay } from '../judging/vintage-for-day.js';
import { currentReference, type Reference } from '../reference.js';
import { type Command, done } from './command.js';

export interface VerdictsInput extends DayAsked {
  readonly programme?: string;
  /** Regions whose own targets are judged; `provinces` for all provincial units. Left out: the programme's own targets. */
  readonly area?: readonly string[];
}

export interface VerdictInput extends DayAsked {
  readonly target: string;
  readonly programme?: string;
  readonly area?: string;
}

/** Years before the period that the row of a verdict shows, and that its explanation shows. */
const yearsOfRow = 2;
const yearsExplained = 10;

/** Every target of a programme with its verdict; targets judged on published values need no vintage. */
export const verdicts: Command<VerdictsInput, Verdict[]> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const asOf = await vintageForDay(office, actor, input);
  const ground = { office, reference, asOf, yearsBefore: yearsOfRow };
  const areas = input.area === undefined ? [null] : codesOf(reference, input.area);
  return done(await judgeAreas(ground, await programmeKnown(office, input.programme, asOf), areas));
};

/** What the first page shows: verdicts, and how long until the return is due. */
export const overview: Command<Omit<VerdictsInput, 'area'>, OverviewAnswer> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const asOf = await vintageForDay(office, actor, input);
  const programme = await programmeKnown(office, input.programme, asOf);
  const { id, names, year, number, departments, handIn } = programme;
  return done({
    programme: { id, names, year, number, departments },
    handIn: { due: handIn.due, daysLeft: dayNumber(handIn.due) - dayNumber(office.today()), to: handIn.to },
    vintage: asOf.vintage?.name ?? null,
    effective: asOf.day,
    verdicts: await judgeAreas({ office, reference, asOf, yearsBefore: yearsOfRow }, programme, [null]),
  });
};

/** One target with its verdict, how it came about, and how it stands in regions. Throws `not-found`. */
export const verdict: Command<VerdictInput, TargetAnswer> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const asOf = await vintageForDay(office, actor, input);
  const whole = await programmeKnown(office, input.programme, asOf);
  const programme = onlyAbout(whole, input.target);
  const [area = null] = input.area === undefined ? [] : codesOf(reference, [input.area]);
  const ground = { office, reference, asOf, yearsBefore: yearsExplained };
  const observations = await observedFor(ground, programme, [area]);
  const explained = explainVerdict(programme, input.target, observeAmong(observations), judgingGround(ground), area);
  if (explained === null) throw notJudged(whole, input.target, area, asOf.day);
  const { id, names, year, number, departments, ownersProposed } = programme;
  const row = explained.verdict;
  const definition = reference.definitions().find((one) => one.id === row.indicator);
  const target = targetsOfArea(programme, area, asOf.day).find((one) => one.target.id === row.target)?.target;
  const regions = area === null ? regionsOf(programme, row, reference) : [];
  const inRegions = await judgeAreas({ ...ground, yearsBefore: yearsOfRow }, programme, regions);
  return done({
    ...explained,
    programme: { id, names, year, number, departments, ownersProposed },
    effective: asOf.day,
    vintage: asOf.vintage?.name ?? null,
    indicator: definition === undefined ? null : { names: definition.names, provisional: definition.provisional },
    provisional: target?.provisional ?? false,
    values: valuesBehind(row, observations),
    regions: inRegions
      .filter((one) => one.target === row.target && one.area !== null)
      .map((one) => {
        const code = one.area ?? '';
        return { area: code, names: reference.areas().get(code).names, verdict: one };
      }),
  });
};

async function judgeAreas(
  ground: ObservedGround,
  programme: Programme,
  areas: readonly (string | null)[],
): Promise<Verdict[]> {
  const observe = observeAmong(await observedFor(ground, programme, areas));
  const judging = judgingGround(ground);
  return areas.flatMap((area) => judge(programme, observe, judging, area));
}

/** Codes of regions, each once. Throws `area-unknown`. */
function codesOf(reference: Reference, asked: readonly string[]): string[] {
  const areas = reference.areas();
  const codes = asked.flatMap((code) =>
    code === 'provinces' ? areas.provinces().map((one) => one.code) : [areas.get(code).code],
  );
  return [...new Set(codes)];
}

/** Regions in which a target, or a part of a group, is set; all provincial units where it applies to them. */
function regionsOf(programme: Programme, { target, group, part }: Verdict, reference: Reference): string[] {
  const parts = programme.groups.find((one) => one.id === group && part === null)?.parts ?? [];
  const ids = [target, ...parts.map((one) => one.target)];
  const set = programme.overlays.filter((one) =>
    one.targets.some(({ own, target }) => !own && ids.includes(target.id)),
  );
  const applies = programme.targets.some((one) => ids.includes(one.id) && one.appliesToRegions);
  const provinces = applies
    ? reference
        .areas()
        .provinces()
        .map((one) => one.code)
    : [];
  return [...new Set([...set.map((one) => one.area), ...provinces])].sort();
}

/** Values of the subject for the period, or while it is not over what it is projected from, and for the year before. */
function valuesBehind(row: Verdict, observations: readonly Observation[]): Observation[] {
  const { subject, origin, period, projection, reasons } = row;
  if (subject === null) return [];
  const { indicator, area, statistic, breakdown } = subject;
  const kind = breakdown.kind ?? null;
  const isOver = projection === null && !reasons.some(({ code }) => code === 'period-running');
  const periods = [...(isOver ? [period] : (projection?.from ?? [])), yearBefore(period)];
  return observations
    .filter(
      (one) =>
        one.indicator === indicator &&
        one.area === area &&
        one.statistic === statistic &&
        one.origin === origin &&
        (one.breakdown.kind ?? null) === kind &&
        Object.keys(one.breakdown).length === Object.keys(breakdown).length &&
        periods.includes(one.period),
    )
    .toSorted((a, b) => periods.indexOf(a.period) - periods.indexOf(b.period));
}

function notJudged(programme: Programme, target: string, area: string | null, day: string): UserFault {
  const set = targetsOfArea(programme, area, day).map((one) => one.target.id);
  const known = area === null ? [...set, ...programme.groups.map((one) => one.id)] : set;
  const near = nearestWord(target, known);
  const name = area === null ? `the target ${target}` : `the target ${target} of ${area}`;
  return new UserFault('not-found', {
    found: target,
    expected: known.join(', ') || `a target that is set for ${area}: there is none`,
    values: { name },
    ...(near === null ? {} : { didYouMean: near }),
  });
}
