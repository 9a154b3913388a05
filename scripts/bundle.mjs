import { runWorkshop } from './setup.mjs';
import { bundleWhatChanged } from './workshop/build.mjs';

/** Puts what the compiler made into the program that `./zhiheng` starts. */
await runWorkshop(async () => {
  await bundleWhatChanged();
  return 0;
});
