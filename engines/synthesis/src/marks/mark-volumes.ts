/**
 * Applications by filing year: 2022 as published, the others assumed near it. Marks in force at the end of 2017: assumed.
 */
export const markApplications: Readonly<Record<number, number>> = {
  2017: 5_748_000,
  2018: 7_371_000,
  2019: 7_837_000,
  2020: 9_348_000,
  2021: 9_454_000,
  2022: 7_516_000,
  2023: 7_190_000,
};
export const marksInForceAtEndOf2017 = 14_920_000;

/** Share of the marks published in a year that are registered, set so that registrations come near the published ones. */
export const registeredShares: Readonly<Record<number, number>> = {
  2017: 0.72,
  2018: 0.72,
  2019: 0.83,
  2020: 0.68,
  2021: 0.82,
  2022: 0.72,
  2023: 0.6,
};
/** Mean months from filing to the first decision, by filing year; assumed, about four from 2021 on. */
export const decisionMonths: Readonly<Record<number, number>> = {
  2017: 8,
  2018: 6,
  2019: 5,
  2020: 4.4,
  2021: 4,
  2022: 4,
  2023: 4,
};
