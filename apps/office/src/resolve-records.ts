import type { ResolvedHoldings } from '@zhiheng/records';
import type { OnProgress } from '@zhiheng/vocabulary';
import type { ResolveJobInput } from './jobs/resolve-job.js';
import type { Office } from './office.js';

/**
 * Resolves the holders of the holdings of a hash, with what stands decided at this moment, upon the newest release. Nothing is
 * made current.
 */
export async function resolveRecords(
  office: Office,
  holdings: string,
  { onProgress, signal }: { readonly onProgress: OnProgress; readonly signal?: AbortSignal },
): Promise<ResolvedHoldings> {
  const before = await office.ledger.last('release');
  const input: ResolveJobInput = {
    lakeFolder: office.paths.lake,
    workFolder: office.paths.work,
    definitionsFolder: office.definitionsFolder,
    holdings,
    base: before?.hash ?? null,
    office: office.code,
    extract: await office.rulings.extract(),
    peopleKey: office.peopleKey,
  };
  return office.runJob<ResolvedHoldings>({ job: 'resolve', input }, onProgress, signal);
}
