const remindEvery = 15_000;

/**
 * Seconds with one decimal.
 * @param {number} since milliseconds, from `performance.now()`
 */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * One step of the work with a plain line before and after it, and one every 15 seconds meanwhile.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = performance.now();
  console.log(`${title} …`);
  const reminder = setInterval(() => console.log(`  still at it after ${secondsSince(since)}`), remindEvery);
  try {
    const result = await work();
    console.log(`  done in ${secondsSince(since)}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
}
