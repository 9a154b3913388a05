import { compareTablesJob } from './compare-tables-job.js';
import { computeJob } from './compute-job.js';
import { loadJob } from './load-job.js';
import { previewJob } from './preview-job.js';
import { readGuidelineJob } from './read-guideline-job.js';
import { resolveJob } from './resolve-job.js';
import { screenJob } from './screen-job.js';
import { synthesiseJob } from './synthesise-job.js';

/** Everything that runs in a process of its own. A job writes objects; the act that makes them count is the caller's. */
export const jobs = {
  load: loadJob,
  compute: computeJob,
  preview: previewJob,
  'compare-tables': compareTablesJob,
  'read-guideline': readGuidelineJob,
  resolve: resolveJob,
  screen: screenJob,
  synthesise: synthesiseJob,
};

export type { JobEffects } from './job-effects.js';
