import type { Day } from '@zhiheng/vocabulary';
import { scaled } from '../clues/strength.js';
import { threshold } from '../rules/read-rules.js';
import type { RuleSpan } from '../rules/rule.js';
import type { ScreenedSession } from '../screened-session.js';
import { type Detector, type Finding, nothing, othersAmong } from './detector.js';
import { spanSql } from './pair-facts.js';
import { sorted } from './recombination.js';

/** Months before that a holder's own size is told by, and the fewest that the release has to reach back. */
const [monthsOfSize, fewestMonths] = [12, 6];

interface Run {
  readonly party: string;
  /** A day or a month. */
  readonly period: string;
  readonly filings: number;
  readonly inventors: number;
  readonly university: number;
}

/**
 * Days and months on which a holder files many times its monthly mean of the twelve months before (at least one), and too much for the inventors it
 * names; where it names none, that is told and not asked. Where the release reaches back less than six months, nobody is judged.
 */
export const filingBurst: Detector = async ({ session }, rule, span) => {
  const most = threshold(span, 'times');
  const first = await firstMonth(session);
  const findings = new Map<string, Finding>();
  const [excepted, unjudged] = [new Set<string>(), new Set<string>()];
  for (const unit of ['month', 'day'] as const) {
    const runs = await runsOf(session, span, unit, threshold(span, unit));
    const members = await membersOf(session, span, unit, runs);
    const monthly = await monthlyOf(session, runs);
    for (const run of runs) {
      const own = members.get(`${run.party} ${run.period}`) ?? [];
      const months = Math.min(monthsOfSize, monthsBetween(first, run.period.slice(0, 7)));
      if (months < fewestMonths) {
        for (const { id } of own) unjudged.add(id);
        continue;
      }
      const before = (monthly.get(run.party) ?? []).filter(({ month }) => {
        const apart = monthsBetween(month, run.period.slice(0, 7));
        return apart >= 1 && apart <= months;
      });
      const usual = before.reduce((sum, { filings }) => sum + filings, 0) / months;
      const factor = run.filings / Math.max(usual, 1);
      const perInventor = run.inventors === 0 ? null : run.filings / run.inventors;
      if (factor < most || (perInventor !== null && perInventor < threshold(span, 'per_inventor'))) continue;
      if (run.university > 0 && rule.exceptions.includes('universities')) {
        for (const { id } of own) excepted.add(id);
        continue;
      }
      const facts = {
        ...{ unit, period: run.period, filings: run.filings, usualMonth: usual, monthsBefore: months, times: factor },
        ...{ inventors: run.inventors, perInventor, holder: run.party },
      };
      const strength = scaled(factor, [most, 5 * most], [0.4, 1]);
      const othersOf = othersAmong(own, ({ filed }) => ({ filed }));
      for (const { id } of own) {
        const known = findings.get(id);
        if (known !== undefined && known.strength >= strength) continue;
        findings.set(id, {
          application: id,
          statistic: factor,
          strength,
          evidence: { ...nothing, facts, ...othersOf(id) },
        });
      }
    }
  }
  const left = [...excepted].filter((id) => !findings.has(id)).length;
  return { findings: sorted([...findings.values()]), excepted: { universities: left }, withoutCohort: unjudged.size };
};

/** SQL of the period of a filing day, as a text. */
function periodSql(unit: 'day' | 'month'): string {
  const day = 'CAST(s.filed_on AS VARCHAR)';
  return unit === 'day' ? day : `substr(${day}, 1, 7)`;
}

function runsOf(session: ScreenedSession, span: RuleSpan, unit: 'day' | 'month', fewest: number): Promise<Run[]> {
  return session.rows<Run>(
    `SELECT s.party, ${periodSql(unit)} AS period, count(DISTINCT s.id) AS filings, count(DISTINCT i.pseudonym) AS inventors,
       count(DISTINCT CASE WHEN s.holder_type IN ('university', 'institute') THEN s.id END) AS university
     FROM screened AS s LEFT JOIN inventor AS i ON i.id = s.id WHERE s.party IS NOT NULL AND ${spanSql(span)}
     GROUP BY s.party, ${periodSql(unit)} HAVING count(DISTINCT s.id) >= ${fewest} ORDER BY s.party, period`,
  );
}

async function membersOf(session: ScreenedSession, span: RuleSpan, unit: 'day' | 'month', runs: readonly Run[]) {
  await session.registerTable(
    'burst_run',
    { party: 'text', period: 'text' },
    runs.map(({ party, period }) => [party, period]),
  );
  const rows = await session.rows<{ id: string; filed: Day; party: string; period: string }>(
    `SELECT s.id, s.filed_on AS filed, r.party, r.period FROM screened AS s JOIN burst_run AS r ON r.party = s.party AND r.period = ${periodSql(unit)}
     WHERE ${spanSql(span)} ORDER BY s.id`,
  );
  const members = new Map<string, { readonly id: string; readonly filed: Day }[]>();
  for (const { id, filed, party, period } of rows) {
    const key = `${party} ${period}`;
    const known = members.get(key);
    if (known === undefined) members.set(key, [{ id, filed }]);
    else known.push({ id, filed });
  }
  return members;
}

async function monthlyOf(session: ScreenedSession, runs: readonly Run[]) {
  const rows = await session.rows<{ party: string; month: string; filings: number }>(
    `SELECT s.party, ${periodSql('month')} AS month, count(*) AS filings FROM screened AS s
     WHERE s.party IN (SELECT party FROM burst_run) GROUP BY s.party, ${periodSql('month')}`,
  );
  const monthly = new Map<string, { month: string; filings: number }[]>();
  for (const { party, ...told } of runs.length === 0 ? [] : rows) {
    monthly.set(party, [...(monthly.get(party) ?? []), told]);
  }
  return monthly;
}

async function firstMonth(session: ScreenedSession): Promise<string> {
  const [row] = await session.rows<{ month: string | null }>(
    `SELECT min(${periodSql('month')}) AS month FROM screened AS s`,
  );
  return row?.month ?? '9999-12';
}

/** Whole months from one to another; negative where the other comes first. */
function monthsBetween(from: string, to: string): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from);
}
