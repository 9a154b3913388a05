import type { Holdings, Release } from '@zhiheng/lake';
import type { CheckGround, CheckResult } from '@zhiheng/records';

/** Records that checks can look at: a release, or what is loaded. */
export interface Checked {
  /** Null: what is loaded now. */
  readonly release: string | null;
  readonly manifest: Holdings | Release;
  /** Hash of the manifest. */
  readonly hash: string;
  readonly ground: CheckGround;
  readonly kept: readonly CheckResult[];
}
