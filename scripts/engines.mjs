import { runWorkshop, setUpPackages } from './setup.mjs';
import { providePostgres } from './workshop/postgres.mjs';
import { runEngineTests } from './workshop/test-steps.mjs';

/** Runs what is tested on both databases; a test that is skipped or did not run is a failure. */
await runWorkshop(async () => {
  await setUpPackages();
  const server = await providePostgres();
  try {
    const { code, judgement } = await runEngineTests(server.url);
    const faults = [...judgement.faults];
    if (code !== 0 && faults.length === 0) faults.push(`tests (vitest) ended with exit code ${code}`);
    if (faults.length > 0) console.log(`\nAt fault:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`);
    console.log(`PostgreSQL: ${server.origin}`);
    console.log(`${judgement.passed} passed, ${judgement.failed} failed, ${judgement.skipped} skipped`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
});
