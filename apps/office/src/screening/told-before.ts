import type { ObjectStore } from '@zhiheng/lake';
import { ToldPairs } from '@zhiheng/screening';
import { UserFault } from '@zhiheng/vocabulary';

/** What an earlier run was told of two texts. A file that is gone, or is not what its name promises, is of no use: all is told anew. */
export async function toldBefore(store: ObjectStore, file: string | undefined): Promise<ToldPairs> {
  try {
    return new ToldPairs(file === undefined ? null : await store.getFile(file));
  } catch (error) {
    if (!(error instanceof UserFault) || error.code !== 'segment-damaged') throw error;
    return new ToldPairs();
  }
}
