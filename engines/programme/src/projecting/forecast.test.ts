import { describe, expect, it } from 'vitest';
import { Decimal, type Reading } from '../reading.js';
import { type EarlierPeriod, forecastOf } from './forecast.js';
import { tQuantile } from './t-quantile.js';

function reading(value: number, half = 0): Reading {
  const exact = new Decimal(value);
  return {
    value: exact,
    lower: exact.minus(half),
    upper: exact.plus(half),
    span: half === 0 ? 'exact' : 'precision',
    bound: null,
    unit: 'patents',
    scope: null,
    published: false,
    estimated: false,
    provisional: false,
  };
}

const earlier = (pairs: readonly (readonly [whole: number, soFar: number])[]): EarlierPeriod[] =>
  pairs.map(([whole, soFar]) => ({ whole: new Decimal(whole), soFar: reading(soFar) }));
const numbers = (forecast: ReturnType<typeof forecastOf>) =>
  forecast === null ? null : [forecast.lower, forecast.value, forecast.upper].map((one) => one.toNumber());

/** P(|T| ≤ t) by adding up the density in small steps: nothing of the closed form. */
function slowProbability(t: number, freedom: number): number {
  const gamma = (x: number): number => (x === 1 ? 1 : x === 0.5 ? Math.sqrt(Math.PI) : (x - 1) * gamma(x - 1));
  const factor = gamma((freedom + 1) / 2) / (Math.sqrt(freedom * Math.PI) * gamma(freedom / 2));
  const density = (x: number) => factor * (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
  const steps = 2000;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += density(((step + 0.5) * t) / steps) * (t / steps);
  return 2 * sum;
}

const slow = new Map<string, number>();

function slowQuantile(level: number, freedom: number): number {
  const key = `${level} ${freedom}`;
  let [low, high] = [0, 10];
  for (let step = 0; step < 34 && !slow.has(key); step += 1) {
    const middle = (low + high) / 2;
    if (slowProbability(middle, freedom) < level) low = middle;
    else high = middle;
  }
  if (!slow.has(key)) slow.set(key, low);
  return slow.get(key) ?? Number.NaN;
}

describe('the t quantile', () => {
  it.each([
    // Student's table, two-sided.
    [0.8, 1, 3.0777],
    [0.8, 2, 1.8856],
    [0.8, 3, 1.6377],
    [0.8, 4, 1.5332],
    [0.8, 9, 1.383],
    [0.9, 5, 2.015],
    [0.95, 2, 4.3027],
    [0.95, 7, 2.3646],
    [0.99, 4, 4.6041],
  ])('of %d with %d degrees of freedom is %d', (level, freedom, expected) => {
    expect(tQuantile(level, freedom).toNumber()).toBeCloseTo(expected, 4);
  });

  it('gives back the level, added up slowly', () => {
    for (const freedom of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      for (const level of [0.5, 0.8]) {
        expect(slowProbability(tQuantile(level, freedom).toNumber(), freedom)).toBeCloseTo(level, 5);
      }
    }
  });

  it('refuses what has none', () => {
    expect(() => tQuantile(1, 3)).toThrow('no t quantile');
    expect(() => tQuantile(0.8, 0)).toThrow('no t quantile');
  });
});

describe('a forecast by differences', () => {
  const rule = { method: 'difference', level: 0.8, neverFalls: false } as const;

  it('is worked out by hand: differences 1, 2, 3', () => {
    // Mean 2, standard deviation 1; t for 0.8 and 2 degrees is 0.8 × √(2 ÷ (4 × 0.9 × 0.1)); √(1 + 1/3).
    const reach = 0.8 * Math.sqrt(2 / 0.36) * Math.sqrt(4 / 3);
    const [lower, value, upper] =
      numbers(
        forecastOf(
          earlier([
            [11, 10],
            [12, 10],
            [13, 10],
          ]),
          reading(20),
          rule,
        ),
      ) ?? [];
    expect(value).toBe(22);
    expect(lower).toBeCloseTo(22 - reach, 12);
    expect(upper).toBeCloseTo(22 + reach, 12);
  });

  it('carries the published precision of the value so far', () => {
    const same = earlier([
      [7, 7],
      [7, 7],
      [7, 7],
    ]);
    expect(numbers(forecastOf(same, reading(7, 0.5), rule))).toEqual([6.5, 7, 7.5]);
  });

  it('needs three earlier years', () => {
    expect(
      forecastOf(
        earlier([
          [11, 10],
          [12, 10],
        ]),
        reading(20),
        rule,
      ),
    ).toBeNull();
  });
});

describe('a forecast by proportion', () => {
  const rule = { method: 'completion-share', level: 0.8, neverFalls: false } as const;

  it('doubles what always doubled, exactly at both ends', () => {
    const forecast =
      numbers(
        forecastOf(
          earlier([
            [100, 50],
            [60, 30],
            [10, 5],
          ]),
          reading(60),
          rule,
        ),
      ) ?? [];
    expect(forecast).toEqual([120, 120, 120]);
  });

  it('is worked out by hand: quotients 1, 2, 4', () => {
    // Logarithms 0, ln 2, 2 ln 2: mean ln 2, standard deviation ln 2. The ends are 10 × 2^(1 ± t√(4/3)).
    const reach = 0.8 * Math.sqrt(2 / 0.36) * Math.sqrt(4 / 3);
    const [lower, value, upper] =
      numbers(
        forecastOf(
          earlier([
            [5, 5],
            [10, 5],
            [20, 5],
          ]),
          reading(10),
          rule,
        ),
      ) ?? [];
    expect(value).toBeCloseTo(20, 12);
    expect(lower).toBeCloseTo(10 * 2 ** (1 - reach), 10);
    expect(upper).toBeCloseTo(10 * 2 ** (1 + reach), 10);
    const counted = forecastOf(
      earlier([
        [5, 5],
        [10, 5],
        [20, 5],
      ]),
      reading(10),
      { ...rule, neverFalls: true },
    );
    expect(numbers(counted)?.[0]).toBe(10);
  });

  it('needs values above zero', () => {
    expect(
      forecastOf(
        earlier([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
        reading(0),
        rule,
      ),
    ).toBeNull();
  });
});

describe('forecasts of random years', () => {
  it('are those of a slow reference in plain numbers', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let round = 0; round < 60; round += 1) {
      const pairs = Array.from({ length: 3 + Math.floor(random() * 7) }, () => {
        const soFar = 1 + random() * 100;
        return [soFar * (1 + random()), soFar] as const;
      });
      const now = 1 + random() * 100;
      const method = round % 2 === 0 ? 'difference' : 'completion-share';
      const level = [0.5, 0.8, 0.9][round % 3] ?? 0.8;
      const sample = pairs.map(([whole, soFar]) => (method === 'difference' ? whole - soFar : Math.log(whole / soFar)));
      const mean = sample.reduce((sum, one) => sum + one, 0) / sample.length;
      const variance = sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (sample.length - 1);
      const reach = slowQuantile(level, sample.length - 1) * Math.sqrt(variance * (1 + 1 / sample.length));
      const end = (by: number) => (method === 'difference' ? now + by : now * Math.exp(by));
      const found = numbers(forecastOf(earlier(pairs), reading(now), { method, level, neverFalls: false })) ?? [];
      [end(mean - reach), end(mean), end(mean + reach)].forEach((expected, index) => {
        expect((found[index] ?? Number.NaN) / expected).toBeCloseTo(1, 4);
      });
    }
  });
});
