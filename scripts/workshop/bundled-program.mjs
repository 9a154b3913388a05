import { bundleWhatChanged } from './build.mjs';

/** The commands that tests start are those that were compiled last, also where the compiler was run alone. */
export default bundleWhatChanged;
