import { type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import { holderKeySql } from '@zhiheng/records';
import { type BaselineBook, type Screened, type ScreenInput, screen, type ToldPairs } from '@zhiheng/screening';
import { type OnProgress, wholeOffice } from '@zhiheng/vocabulary';
import { type GroupMember, groupMembers } from './group-members.js';
import type { LookedAtTexts } from './look-at-texts.js';

interface JudgingGround {
  readonly store: ObjectStore;
  readonly release: Release;
  /** For work larger than memory. */
  readonly spillFolder: string;
  readonly rules: ScreenInput['rules'];
  /** What was found of the texts. */
  readonly texts: LookedAtTexts;
  readonly told: ToldPairs;
  /** Those of the run before; null: there was none. */
  readonly baselines: BaselineBook | null;
  readonly onProgress: OnProgress;
}

/** What rules say of the records of a release, and the members of groups: the session that they read is closed before anything is written. */
export async function judgeRecords({
  store,
  release,
  spillFolder,
  rules,
  texts,
  told,
  baselines,
  onProgress,
}: JudgingGround): Promise<{ readonly screened: Screened; readonly members: readonly GroupMember[] }> {
  const { pairs, groups } = texts.found;
  const { segment: measures } = texts.kept.measures;
  const session = await openLakeSession(release, store, wholeOffice, {
    ...{ memoryLimit: '2GB', spillFolder, beside: [measures, texts.kept.texts] },
  });
  try {
    await session.showSegment('text_measure', measures);
    await session.showSegment('text_digest', texts.kept.texts);
    const screened = await screen(session, {
      ...{ rules, pairs, groups, release: release.name, baselines, measured: 'text_measure' },
      atHand: { digests: 'text_digest', told, came: texts.came, texts: texts.found.texts },
      holderKey: (alias) =>
        holderKeySql({
          ...{ name: `${alias}.name`, creditCode: `${alias}.credit_code` },
          ...{ country: `${alias}.country`, area: `${alias}.area` },
        }),
      onRule: (done, total) => onProgress({ stage: 'rules', done, total, unit: 'steps' }),
    });
    const nearCopies = rules.find(({ detector }) => detector === 'near-copy') ?? null;
    return { screened, members: await groupMembers(session, groups, nearCopies) };
  } finally {
    session.close();
  }
}
