import type { Application, OfficePlan } from '../application.js';
import { workingDayFrom } from '../calendar.js';
import { Random } from '../random.js';
import { csvLine, dotted, label, labelColumn } from './cells.js';
import { outcomeWords } from './patent-row.js';

/** Columns of the list of closed cases that were drawn for a quality check, reviewed twice without sight of each other. */
export const sampleColumns = [
  ...['申请号', '专利类型', '结案日', '结案方式', '抽样日', '初评', '复评', '结论', labelColumn],
] as const;

/** Assumed: one closed case in two hundred is drawn, nineteen in twenty are right, two reviewers agree in nine of ten. */
const drawnShare = 0.005;

/** The row of a closed case in the list of quality samples; empty for a case that was not drawn. */
export function sampleRow({ number, kind, life, part }: Application, { seed, to }: OfficePlan): string {
  if (life.closed === null || life.outcome === null || part !== 'window' || kind !== 'invention') return '';
  const random = Random.of(seed, 'sample', number);
  if (!random.chance(drawnShare)) return '';
  const drawn = workingDayFrom(life.closed + random.between(20, 120));
  if (drawn > to) return '';
  const right = random.chance(0.945);
  const seen = () => (random.chance(0.95) ? right : !right);
  const [first, second] = [seen(), seen()];
  const word = (one: boolean) => (one ? '准确' : '不准确');
  const verdict = first === second ? first : right;
  const closing = outcomeWords[life.outcome];
  return csvLine([
    number,
    '发明专利',
    dotted(life.closed),
    closing,
    dotted(drawn),
    word(first),
    word(second),
    word(verdict),
    label,
  ]);
}
