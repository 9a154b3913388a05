import { OwnFault } from '@zhiheng/vocabulary';
import { Decimal } from '../reading.js';

const known = new Map<string, Decimal>();
const halvings = 60;
/** From the 15 digits of a double, each step about doubles the digits that are right. */
const secants = 2;

/**
 * The t for which a variable of Student's distribution lies within ± t with probability `level` (0 < level < 1), to some 25 digits: halving in doubles, then
 * secants in decimals, over the closed form of the distribution for whole degrees of freedom (Abramowitz and Stegun, Handbook of Mathematical Functions,
 * 26.7.3 and 26.7.4).
 */
export function tQuantile(level: number, freedom: number): Decimal {
  if (!(level > 0 && level < 1) || !Number.isInteger(freedom) || freedom < 1) {
    throw new OwnFault(`no t quantile for level ${level} and ${freedom} degrees of freedom`);
  }
  const key = `${level} ${freedom}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const start = new Decimal(halved(level, freedom));
  const missing = (t: Decimal) => probabilityWithin(t, freedom).minus(level);
  let [earlier, later] = [start, start.times('1.0000001')];
  let [missed, misses] = [missing(earlier), missing(later)];
  for (let step = 0; step < secants && !misses.eq(missed); step += 1) {
    const next = later.minus(misses.times(later.minus(earlier)).div(misses.minus(missed)));
    [earlier, later, missed, misses] = [later, next, misses, missing(next)];
  }
  known.set(key, later);
  return later;
}

function halved(level: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (roughProbability(high, freedom) < level) high *= 2;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (roughProbability(middle, freedom) < level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| ≤ t) in doubles: a finite sum over powers of cos θ, with θ = arctan(t ÷ √freedom). */
function roughProbability(t: number, freedom: number): number {
  const squared = freedom / (t * t + freedom);
  let sum = 1;
  for (let index = freedom - 2; index >= (freedom % 2 === 0 ? 2 : 3); index -= 2) {
    sum = (squared * sum * (index - 1)) / index + 1;
  }
  if (freedom % 2 === 0) return Math.sqrt(1 - squared) * sum;
  const cosine = freedom === 1 ? 0 : Math.sqrt(squared) * sum;
  return (2 / Math.PI) * (Math.atan(t / Math.sqrt(freedom)) + Math.sqrt(1 - squared) * cosine);
}

/** The same in decimals. */
function probabilityWithin(t: Decimal, freedom: number): Decimal {
  const squared = new Decimal(freedom).div(t.times(t).plus(freedom));
  const sine = new Decimal(1).minus(squared).sqrt();
  let sum = new Decimal(1);
  for (let index = freedom - 2; index >= (freedom % 2 === 0 ? 2 : 3); index -= 2) {
    sum = squared
      .times(sum)
      .times(index - 1)
      .div(index)
      .plus(1);
  }
  if (freedom % 2 === 0) return sine.times(sum);
  const cosine = freedom === 1 ? new Decimal(0) : squared.sqrt().times(sum);
  return Decimal.atan(t.div(new Decimal(freedom).sqrt()))
    .plus(sine.times(cosine))
    .times(2)
    .div(Decimal.acos(-1));
}
