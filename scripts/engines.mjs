import { runWorkshop, setUpPackages } from './setup.mjs';
import { providePostgres } from './workshop/postgres.mjs';
import makeRunFolder from './workshop/run-folder.mjs';
import { runEngineTests } from './workshop/test-steps.mjs';
import { provideTrino } from './workshop/trino.mjs';

/**
 * Runs what is tested on several databases and engines; a test that is skipped or did not run is a failure. Words narrow it to some tests. Data
 * of the servers lie in the folder of the run, as those of the tests do, which hand files over by links: in memory where there is room.
 */
await runWorkshop(async () => {
  await setUpPackages();
  const removeRunFolder = makeRunFolder();
  try {
    return await runOnServers();
  } finally {
    removeRunFolder?.();
  }
});

/** Gives the exit code. */
async function runOnServers() {
  const postgres = await providePostgres();
  try {
    const trino = await provideTrino();
    try {
      const told = 'absent' in trino ? `none: ${trino.absent}` : trino.origin;
      if ('absent' in trino)
        console.log(`\n*** Without Trino: ${trino.absent}.\n*** What it would be asked, PostgreSQL alone is.\n`);
      const environment = {
        PG_URL: postgres.url,
        TRINO_URL: 'absent' in trino ? '' : trino.url,
        TRINO_WAREHOUSE: 'absent' in trino ? '' : trino.warehouse,
      };
      const { code, judgement } = await runEngineTests(environment, process.argv.slice(2));
      const faults = [...judgement.faults];
      if (code !== 0 && faults.length === 0) faults.push(`tests (vitest) ended with exit code ${code}`);
      if (faults.length > 0) console.log(`\nAt fault:\n${faults.map((fault) => `- ${fault}`).join('\n')}\n`);
      console.log(`PostgreSQL: ${postgres.origin}`);
      console.log(`Trino: ${told}`);
      console.log(`${judgement.passed} passed, ${judgement.failed} failed, ${judgement.skipped} skipped`);
      return faults.length === 0 ? 0 : 1;
    } finally {
      if ('stop' in trino) await trino.stop();
    }
  } finally {
    await postgres.stop();
  }
}
