import { publishedObservations } from '@zhiheng/indicators';
import { judge, observeAmong, type Programme, type Target, type Verdict } from '@zhiheng/programme';
import { dayNumber, type Observation, yearBefore } from '@zhiheng/vocabulary';
import type { OverviewAnswer } from '../answers.js';
import { readFigure } from '../figures.js';
import type { Office } from '../office.js';
import { vintageSeenBy } from '../publishing/readers-vintage.js';
import { currentReference, definitionOf, type Reference } from '../reference.js';
import { findVintage } from '../vintages.js';
import { type Command, done } from './command.js';

export interface VerdictsInput {
  readonly programme?: string;
  readonly vintage?: string;
}

/** Every target of a programme with its verdict; targets judged on published values need no vintage. */
export const verdicts: Command<VerdictsInput, Verdict[]> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const { computed, vintage } = await vintageSeenBy(office, actor, 'verdicts:read-computed', input.vintage);
  return done(await judgeProgramme({ office, reference, computed }, reference.programme(input.programme), vintage));
};

/** What the first page shows: verdicts, and how long until the return is due. */
export const overview: Command<VerdictsInput, OverviewAnswer> = async (input, { office, actor }) => {
  const reference = currentReference(office);
  const seen = await vintageSeenBy(office, actor, 'verdicts:read-computed', input.vintage);
  const ground = { office, reference, computed: seen.computed };
  const programme = reference.programme(input.programme);
  const vintage = (await findVintage(office, seen.vintage))?.vintage ?? null;
  const today = office.today();
  const { id, names, year, number, departments, handIn } = programme;
  return done({
    programme: { id, names, year, number, departments },
    handIn: { due: handIn.due, daysLeft: dayNumber(handIn.due) - dayNumber(today), to: handIn.to },
    vintage: vintage?.name ?? null,
    effective: vintage?.effective ?? today,
    verdicts: await judgeProgramme(ground, programme, seen.vintage),
  });
};

interface JudgingGround {
  readonly office: Office;
  readonly reference: Reference;
  /** Whether whoever asks may see verdicts on computed values; without it those targets have no value. */
  readonly computed: boolean;
}

async function judgeProgramme(
  { office, reference, computed: seesComputed }: JudgingGround,
  programme: Programme,
  vintage: string | undefined,
): Promise<Verdict[]> {
  const found = await findVintage(office, vintage);
  const effective = found?.vintage.effective ?? 'latest';
  const definitions = reference.definitions();
  const looked = programme.targets.flatMap(subjectsOf);
  const ids = [...new Set(looked.map(({ subject }) => subject.indicator))];
  const observations: Observation[] = ids.flatMap((id) =>
    publishedObservations(definitionOf(definitions, id), reference.published(), {
      effective,
      vintage: found?.vintage.name ?? null,
    }),
  );
  const computed = new Map(
    looked.filter(({ origin }) => seesComputed && origin === 'computed').map((one) => [JSON.stringify(one), one]),
  );
  for (const { subject, period } of computed.values()) {
    const kind = subject.breakdown.kind;
    const rows = await readFigure(office, {
      indicator: subject.indicator,
      area: [subject.area],
      period: [period, yearBefore(period), yearBefore(yearBefore(period))],
      origin: 'computed',
      dataset: 'real',
      ...(kind === undefined ? {} : { by: `kind=${kind}` }),
      ...(subject.statistic === null ? {} : { statistic: subject.statistic }),
      ...(vintage === undefined ? {} : { vintage }),
    });
    observations.push(...rows);
  }
  return judge(programme, observeAmong(observations));
}

function subjectsOf(target: Target) {
  const { origin, period } = target;
  return [target.subject, target.denominator].flatMap((subject) =>
    subject === null ? [] : [{ subject, origin, period }],
  );
}
