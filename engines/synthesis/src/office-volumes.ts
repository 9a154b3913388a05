/** The kinds that the synthetic office grants. */
export const officeKinds = ['invention', 'utility_model', 'design'] as const;
export type OfficeKind = (typeof officeKinds)[number];

/** Years for which volumes are known or assumed: the widest window that can be asked for. */
export const firstYear = 2018;
export const lastYear = 2023;

type ByYear = Readonly<Record<number, number>>;

/**
 * Applications by filing year. Inventions 2018 to 2022: China IP Statistical Yearbook 2022, table a2; 2023 assumed flat.
 * Utility models and designs: assumed round figures, chosen so that grants come near the published ones.
 */
const applications: Readonly<Record<OfficeKind, ByYear>> = {
  invention: { 2018: 1_542_002, 2019: 1_400_661, 2020: 1_497_159, 2021: 1_585_663, 2022: 1_619_268, 2023: 1_619_268 },
  utility_model: {
    2018: 2_050_000,
    2019: 2_300_000,
    2020: 3_050_000,
    2021: 3_000_000,
    2022: 2_950_000,
    2023: 2_950_000,
  },
  design: { 2018: 720_000, 2019: 740_000, 2020: 840_000, 2021: 840_000, 2022: 800_000, 2023: 800_000 },
};

/** Applications of 2017: inventions by the same table; the others assumed. Each year before has a tenth fewer (assumed). */
const applicationsOf2017: Readonly<Record<OfficeKind, number>> = {
  invention: 1_381_594,
  utility_model: 1_700_000,
  design: 650_000,
};

/**
 * Rights in force at the end of a year. Inventions: Yearbook 2022, table c1. Utility models 2017, 2021 and 2022: sums of
 * its table c3 over all regions; 2018 to 2020 assumed on the way. Designs: assumed.
 */
const inForceAtEnd: Readonly<Record<OfficeKind, ByYear>> = {
  invention: { 2017: 2_085_367, 2018: 2_366_314, 2019: 2_670_784, 2020: 3_057_844, 2021: 3_596_901, 2022: 4_212_188 },
  utility_model: {
    2017: 3_563_389,
    2018: 4_500_000,
    2019: 5_400_000,
    2020: 7_100_000,
    2021: 9_190_633,
    2022: 10_781_169,
  },
  design: { 2017: 1_450_000, 2018: 1_600_000, 2019: 1_750_000, 2020: 2_100_000, 2021: 2_500_000, 2022: 2_750_000 },
};

/** Applications of a kind that the modelled nation files in a year; before 2018 a falling series backwards. */
export function applicationsIn(kind: OfficeKind, year: number): number {
  return applications[kind][year] ?? applicationsOf2017[kind] * 0.9 ** (2017 - year);
}

/** Rights of a kind in force in the modelled nation at the end of 2017 to 2022. */
export function inForceAtEndOf(kind: OfficeKind, year: number): number {
  const count = inForceAtEnd[kind][year];
  if (count === undefined) throw new RangeError(`no stock is known for the end of ${year}`);
  return count;
}

/** Share of applications whose first applicant is foreign. Inventions: 154,663 of 1,619,268 in 2022; others assumed. */
export const foreignShare: Readonly<Record<OfficeKind, number>> = {
  invention: 154_663 / 1_619_268,
  utility_model: 0.003,
  design: 0.02,
};
