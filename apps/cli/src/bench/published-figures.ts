/** Published grants, in pieces: 2021 and 2023 in tens of thousands, 2022 by the Yearbook (table a1). */
export const publishedGrants = {
  invention: { 2021: 696_000, 2022: 798_347, 2023: 921_000 },
  utility_model: { 2021: 3_120_000, 2022: 2_804_155, 2023: 2_090_000 },
  design: { 2021: 786_000, 2022: 720_907, 2023: 638_000 },
} as const;

/** Published applications for inventions (Yearbook 2022, table a2). */
export const publishedInventions = {
  2018: 1_542_002,
  2019: 1_400_661,
  2020: 1_497_159,
  2021: 1_585_663,
  2022: 1_619_268,
};
