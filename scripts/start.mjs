import { join } from 'node:path';
import { runWorkshop, setUpPackages } from './setup.mjs';
import { build } from './workshop/build.mjs';
import { root } from './workshop/root.mjs';
import { runCommand } from './workshop/run-command.mjs';

await runWorkshop(async () => {
  await setUpPackages();
  await build();
  return runCommand(join(root, 'zhiheng'), ['start', '--first-office', ...process.argv.slice(2)]);
});
