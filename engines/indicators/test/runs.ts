/** How much more `npm run torture` draws than `npm test`. */
const thorough = process.env.ZHIHENG_THOROUGH === 'true' ? 5 : 1;

/** Runs of a property that takes long, or the milliseconds that it may take: as told, in `npm run torture` five times as many. */
export function runs(usual: number): number {
  return thorough * usual;
}
