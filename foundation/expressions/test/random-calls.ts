import fc from 'fast-check';
import { build } from '../src/build-expression.js';
import type { Expression, Selection } from '../src/expression.js';
import { nowhere, parameter } from './random-operands.js';
import { listValues } from './random-records.js';

const kind = (name: string): Selection => build.selection('events', { column: 'kind', name }, null);

/** Questions about lists; `wheres`: conditions on the items of each, `day`: dates of the record. */
export function calls(
  wheres: Readonly<Record<'events' | 'classes' | 'holders', fc.Arbitrary<Expression>>>,
  day: fc.Arbitrary<Expression>,
): { readonly tests: fc.Arbitrary<Expression>; readonly counts: fc.Arbitrary<Expression> } {
  const kinds = fc.constantFrom(...listValues.kinds);
  const items = fc.oneof(
    fc
      .constantFrom('events' as const, 'classes' as const, 'holders' as const)
      .chain((list) => fc.option(wheres[list]).map((where) => build.selection(list, null, where))),
    fc
      .tuple(kinds, fc.option(wheres.events))
      .map(([name, where]) => build.selection('events', { column: 'kind', name }, where)),
  );
  const text = (value: string) => build.literal({ type: 'text', value }, nowhere);
  const held = fc.tuple(fc.constantFrom('pledge', 'award'), fc.constantFrom('pledge_release', 'award'), day);
  const classified = fc.tuple(
    fc.constantFrom(text('ipc'), text('cpc'), parameter('scheme')),
    fc.constantFrom('H', 'H01', 'H01L', 'H01L 21/00', 'H01L21/02', 'G').map(text),
  );
  const tagged = fc.tuple(
    fc.constantFrom('sei-2021', 'wipo-35').map(text),
    fc.constantFrom('1', '1.1', '1.10', '2', '2.1').map(text),
  );
  return {
    tests: fc.oneof(
      items.map((selection): Expression => build.has(selection, nowhere)),
      held.map(([begun, ended, on]): Expression => build.held(kind(begun), kind(ended), on, nowhere)),
      fc.oneof(classified, tagged).map(([scheme, symbol]): Expression => build.classified(scheme, symbol, nowhere)),
    ),
    counts: items.map((selection): Expression => build.count(selection, nowhere)),
  };
}
