/**
 * The chance that of `trials` independent ones at least `least` come out, where each does with `chance`: the exact upper tail of the binomial
 * distribution. 0 to 1.
 */
export function binomialTail(trials: number, least: number, chance: number): number {
  if (least <= 0) return 1;
  if (least > trials || chance <= 0) return 0;
  if (chance >= 1) return 1;
  const [yes, no] = [Math.log(chance), Math.log1p(-chance)];
  let [sum, logarithm] = [0, 0];
  for (let one = 0; one <= trials; one += 1) {
    if (one > 0) logarithm += Math.log(trials - one + 1) - Math.log(one);
    if (one >= least) sum += Math.exp(logarithm + one * yes + (trials - one) * no);
  }
  return Math.min(sum, 1);
}

/** The fewest that lie above a funnel: what at least as many come out with a chance below `level`; `trials + 1` where no number does. */
export function funnelLimit(trials: number, chance: number, level: number): number {
  let [from, to] = [0, trials + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (binomialTail(trials, middle, chance) < level) to = middle;
    else from = middle + 1;
  }
  return from;
}
