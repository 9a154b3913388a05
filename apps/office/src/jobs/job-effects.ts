import type { Disk } from '@zhiheng/lake';
import type { OnProgress } from '@zhiheng/vocabulary';

/** What a job may do to the world around it. */
export interface JobEffects {
  readonly onProgress: OnProgress;
  readonly disk: Disk;
}
