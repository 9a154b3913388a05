import { type ObjectStore, openLakeSession, type Release } from '@zhiheng/lake';
import {
  baselineMethod,
  fitsNear,
  type NearFiles,
  type TextGroup,
  type ToldPairs,
  usualNearSettings,
} from '@zhiheng/screening';
import { type OnProgress, UserFault, wholeOffice } from '@zhiheng/vocabulary';
import { differingSegments, newTexts } from './differing-segments.js';
import { findTexts } from './find-texts.js';
import type { FoundTexts } from './found-texts.js';
import type { KeptTexts, RemadeReason, TextsTaken } from './kept-texts.js';
import {
  changedIds,
  compareKnownTexts,
  forgetKnownTexts,
  type KnownTexts,
  newPrefix,
  textFields,
  writeKnownTexts,
} from './known-texts.js';
import { writeMeasures } from './measured-texts.js';

/** Of the texts that were known: where more left, all are taken in anew. */
const mostLeft = 0.2;

export interface LookingAtTexts {
  readonly release: Release;
  readonly store: ObjectStore;
  readonly spillFolder: string;
  /** What the newest run kept; null: nothing. */
  readonly before: KeptTexts | null;
  /** The release that it looked at; null: that is not at hand. */
  readonly releaseBefore: Release | null;
  readonly former: readonly TextGroup[];
  /** What was told of two texts before. */
  readonly told: ToldPairs;
  readonly onProgress: OnProgress;
}

export interface LookedAtTexts {
  readonly found: FoundTexts;
  readonly taken: TextsTaken;
  readonly kept: KeptTexts;
  /** Applications of which a text may be another than before; null: of all. */
  readonly came: ReadonlySet<string> | null;
}

/** Looks at the texts of a release, beginning with what an earlier run kept wherever that can be used. */
export async function lookAtTexts(looking: LookingAtTexts): Promise<LookedAtTexts> {
  const { before } = looking;
  if (before === null) return lookFrom(looking, null, 'first');
  const fits = textFields.every((field) => fitsNear(before.near[field], { field, settings: usualNearSettings }));
  if (!fits) return lookFrom(looking, null, 'other-version');
  try {
    await looking.store.checkSegments([before.texts, before.measures.segment]);
    return await lookFrom(looking, before, null);
  } catch (error) {
    if (!(error instanceof UserFault) || error.code !== 'segment-damaged') throw error;
    return lookFrom(looking, null, 'segment-damaged');
  }
}

async function lookFrom(
  { release, releaseBefore, store, spillFolder, former, told, onProgress }: LookingAtTexts,
  before: KeptTexts | null,
  remade: RemadeReason | null,
): Promise<LookedAtTexts> {
  onProgress({ stage: 'texts', done: 0, total: null, unit: 'steps' });
  // Where texts are measured otherwise by now, all are looked at.
  const isMeasured = before?.measures.method === baselineMethod;
  const differing = isMeasured && releaseBefore !== null ? differingSegments(releaseBefore, release) : null;
  await store.checkSegments(differing?.flat() ?? []);
  const session = await openLakeSession(release, store, wholeOffice, {
    ...{ memoryLimit: '2GB', spillFolder, writeFolder: store.incomingFolder },
    ...(differing === null || releaseBefore === null
      ? {}
      : { compared: { prefix: newPrefix, manifest: newTexts(release, releaseBefore) } }),
    beside: before === null ? [] : [before.texts, before.measures.segment, ...(differing?.flat() ?? [])],
  });
  try {
    const known: KnownTexts | null = before === null ? null : { segment: before.texts, differing };
    const counted = await compareKnownTexts(session, known);
    const many = before !== null && counted.left > mostLeft * (counted.left + counted.kept);
    if (many) await forgetKnownTexts(session);
    const taken = many ? { taken: counted.taken + counted.kept, kept: 0, left: counted.left + counted.kept } : counted;
    const begins = many ? null : before;
    const texts = await writeKnownTexts(session, store);
    onProgress({ stage: 'measuring', done: 0, total: null, unit: 'steps' });
    const measures = await writeMeasures(session, store, before?.measures ?? null);
    const files = filesOf(store);
    const documents = taken.taken + taken.kept;
    const came = begins === null || differing === null ? null : await changedIds(session);
    const found = await findTexts({
      ...{ session, before: begins, files, former, documents, told, came, onProgress },
    });
    return {
      ...{ came, found, kept: { near: found.near, texts, measures } },
      taken: { ...taken, remade: many ? 'many-changed' : remade },
    };
  } finally {
    session.close();
  }
}

function filesOf(store: ObjectStore): NearFiles {
  return {
    put: async (bytes) => (await store.putFile(bytes)).sha256,
    get: (name) => store.getFile(name),
  };
}
