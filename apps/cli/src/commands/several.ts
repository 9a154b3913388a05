/** Several values after one option, or separated by commas. */
export const several = (value: string, before: string[] = []): string[] => [
  ...before,
  ...value.split(',').filter((part) => part !== ''),
];
