import { decisionOutcomes } from '@zhiheng/vocabulary';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeductionPolicy } from '../rules/deduction-policy.js';
import type { Decision } from './decision.js';
import { type DeductionFact, deductionFacts } from './deduction-facts.js';

const rule = { validFrom: '2020-01-01', validTo: null, from: 'decision' } as const;
const policy: DeductionPolicy = {
  names: { 'zh-Hans': '', 'zh-Hant': '', en: '' },
  rules: [{ ...rule, outcomes: ['withdrawn-after-notice', 'deemed-withdrawn', 'refused'] }],
  provisional: true,
  hash: 'hash',
};
const last = { position: 99, effective: '2023-12-31' };

let act = 0;
const decision = (ground: string, outcome: Decision['outcome'], effectiveOn: string): Decision => {
  act += 1;
  return { application: 'CN:1', ground, outcome, effectiveOn, act, row: 0, undoneAct: null };
};
const fact = (own: readonly Decision[], asOf = last, by = policy) => deductionFacts(own, by, asOf)[0];

describe('what decisions come to', () => {
  it('is one deduction from the earliest day, whatever the number of grounds', () => {
    const own = [decision('b', 'refused', '2023-06-01'), decision('a', 'deemed-withdrawn', '2023-05-01')];
    expect(fact(own)).toEqual({
      ...{ id: 'CN:1', notifiedOn: null, deductedOn: '2023-05-01', deductionGround: 'a' },
      ...{ deductionOutcome: 'deemed-withdrawn', restoredOn: null },
    });
    // To restore one leaves the other.
    expect(fact([...own, decision('a', 'restored', '2023-07-01')])).toMatchObject({
      ...{ deductedOn: '2023-06-01', deductionGround: 'b', restoredOn: null },
    });
    const both = [...own, decision('a', 'restored', '2023-07-01'), decision('b', 'maintained', '2023-06-15')];
    expect(fact(both)).toMatchObject({ deductedOn: null, deductionGround: null, restoredOn: '2023-07-01' });
  });

  it('begins with the finding, or as the policy says with the notice', () => {
    const own = [decision('a', 'notified', '2023-01-01'), decision('a', 'withdrawn-after-notice', '2023-02-01')];
    expect(fact(own)).toMatchObject({ notifiedOn: '2023-01-01', deductedOn: '2023-02-01' });
    const fromNotice = { ...policy, rules: [{ ...policy.rules[0], from: 'notice' }] } as DeductionPolicy;
    expect(fact(own, last, fromNotice)).toMatchObject({ deductedOn: '2023-01-01' });
    // A later finding on the same ground does not move it, and a new notice takes nothing back.
    expect(
      fact([...own, decision('a', 'refused', '2023-03-01'), decision('a', 'notified', '2023-04-01')]),
    ).toMatchObject({
      ...{ notifiedOn: '2023-01-01', deductedOn: '2023-02-01', deductionOutcome: 'withdrawn-after-notice' },
    });
  });

  it('follows the effective day, not the order of writing down; of one day the last act decides', () => {
    const own = [decision('a', 'restored', '2023-05-01'), decision('a', 'refused', '2023-03-01')];
    expect(fact(own)).toMatchObject({ deductedOn: null, restoredOn: '2023-05-01' });
    const oneDay = [decision('a', 'refused', '2023-05-01'), decision('a', 'maintained', '2023-05-01')];
    expect(fact(oneDay)).toMatchObject({ deductedOn: null, restoredOn: '2023-05-01' });
    expect(fact([...oneDay].reverse())).toMatchObject({ deductedOn: null });
  });

  it('knows nothing behind the effective day, behind the position, or taken back by then', () => {
    const one = { ...decision('a', 'refused', '2023-05-01'), act: 7 };
    expect(deductionFacts([one], policy, { position: 7, effective: '2023-04-30' })).toEqual([]);
    expect(deductionFacts([one], policy, { position: 6, effective: '2023-12-31' })).toEqual([]);
    expect(fact([one], { position: 7, effective: '2023-05-01' })).toMatchObject({ deductedOn: '2023-05-01' });
    const undone = { ...one, undoneAct: 9 };
    expect(fact([undone], { position: 8, effective: '2023-12-31' })).toMatchObject({ deductedOn: '2023-05-01' });
    expect(deductionFacts([undone], policy, { position: 9, effective: '2023-12-31' })).toEqual([]);
  });

  it('asks the rule of the day of the decision', () => {
    const two: DeductionPolicy = {
      ...policy,
      rules: [
        { validFrom: '2020-01-01', validTo: '2022-12-31', outcomes: ['refused'], from: 'decision' },
        { validFrom: '2023-01-01', validTo: null, outcomes: ['deemed-withdrawn'], from: 'decision' },
      ],
    };
    expect(fact([decision('a', 'deemed-withdrawn', '2022-12-31')], last, two)).toMatchObject({ deductedOn: null });
    expect(fact([decision('a', 'deemed-withdrawn', '2023-01-01')], last, two)).toMatchObject({
      deductedOn: '2023-01-01',
    });
    expect(fact([decision('a', 'refused', '2019-12-31')], last, two)).toMatchObject({ deductedOn: null });
  });

  it('equals a slow reference that looks at every day by itself', () => {
    const days = ['2023-01-01', '2023-02-01', '2023-03-01', '2023-04-01'];
    const drawn = fc.record({
      application: fc.constantFrom('CN:1', 'CN:2'),
      ground: fc.constantFrom('a', 'b', 'c'),
      outcome: fc.constantFrom(...decisionOutcomes),
      effectiveOn: fc.constantFrom(...days),
      undone: fc.option(fc.integer({ min: 1, max: 14 })),
    });
    let deducted = 0;
    fc.assert(
      fc.property(
        fc.array(drawn, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 14 }),
        fc.constantFrom(...days),
        (list, position, effective) => {
          const all = list.map(({ undone, ...one }, index) => {
            const undoneAct = undone === null || undone <= index + 1 ? null : undone;
            return { ...one, act: index + 1, row: 0, undoneAct };
          });
          const facts = deductionFacts(all, policy, { position, effective });
          const expected = ['CN:1', 'CN:2'].flatMap((id) => slow(id, all, position, effective, days) ?? []);
          expect(facts.map(({ id, notifiedOn, deductedOn }) => ({ id, notifiedOn, deductedOn }))).toEqual(expected);
          deducted += facts.filter(({ deductedOn }) => deductedOn !== null).length;
        },
      ),
      { numRuns: 3000 },
    );
    expect(deducted).toBeGreaterThan(300);
  });
});

/** For each ground, the state at the end of each day; deducted since the first day of the unbroken run that reaches the last. */
function slow(id: string, all: readonly Decision[], position: number, effective: string, days: readonly string[]) {
  const stood = all.filter(
    (one) => one.application === id && one.act <= position && !(one.undoneAct !== null && one.undoneAct <= position),
  );
  const known = days.filter((day) => day <= effective);
  const own = stood.filter((one) => known.includes(one.effectiveOn));
  if (own.length === 0) return null;
  const deducts = ['withdrawn-after-notice', 'deemed-withdrawn', 'refused'];
  const since: string[] = [];
  for (const ground of ['a', 'b', 'c']) {
    let begun: string | null = null;
    for (const day of known) {
      for (const { outcome } of own.filter((one) => one.ground === ground && one.effectiveOn === day)) {
        if (deducts.includes(outcome)) begun ??= day;
        else if (outcome !== 'notified') begun = null;
      }
    }
    if (begun !== null) since.push(begun);
  }
  const notices = own.filter(({ outcome }) => outcome === 'notified').map(({ effectiveOn }) => effectiveOn);
  const result: Pick<DeductionFact, 'id' | 'notifiedOn' | 'deductedOn'> = {
    ...{ id, notifiedOn: notices.sort()[0] ?? null, deductedOn: since.sort()[0] ?? null },
  };
  return result;
}
