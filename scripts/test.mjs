import { runWorkshop, setUpPackages } from './setup.mjs';
import { provideBrowser } from './workshop/browser.mjs';
import { SetupFault } from './workshop/setup-fault.mjs';
import { secondsSince } from './workshop/step.mjs';
import { checks, runTests } from './workshop/test-steps.mjs';

/** In CI a skipped test is a failure. */
const strict = process.env.CI === 'true';

await runWorkshop(async () => {
  await setUpPackages();
  const browser = await provideBrowser();
  /** @type {string[]} */
  const faults = [];
  for (const lanes of checks) await Promise.all(lanes.map((lane) => runLane(lane, faults)));
  const { code, judgement } = await timed('tests (vitest)', () => runTests({ browser, strict }));
  faults.push(...judgement.faults);
  if (code !== 0 && judgement.faults.length === 0) faults.push(`tests (vitest) ended with exit code ${code}`);
  if (faults.length > 0) console.log(`\nAt fault:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`);
  console.log(`${judgement.passed} passed, ${judgement.failed} failed, ${judgement.skipped} skipped`);
  return faults.length === 0 ? 0 : 1;
});

/**
 * One check after another; the titles of the bad ones are added to the faults.
 * @param {readonly import('./workshop/test-steps.mjs').Check[]} lane
 * @param {string[]} faults
 */
async function runLane(lane, faults) {
  for (const { title, run } of lane) {
    if ((await timed(title, () => codeOf(run))) !== 0) faults.push(title);
  }
}

/**
 * One part with its heading and seconds.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} run
 */
async function timed(title, run) {
  const since = performance.now();
  console.log(`\n== ${title}`);
  const result = await run();
  console.log(`== ${title}: ${secondsSince(since)}`);
  return result;
}

/**
 * A check that faults while setting up counts as failed; the others still run.
 * @param {() => Promise<number>} run
 */
async function codeOf(run) {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    console.error(error.message);
    return error.code;
  }
}
