/** The quantiles that are told of a duration. */
export const quantiles = [
  { statistic: 'median', percent: 50 },
  { statistic: 'p90', percent: 90 },
  { statistic: 'p95', percent: 95 },
] as const;
