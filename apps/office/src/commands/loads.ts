import { type FilePreview, previewFile, type RecordSums } from '@zhiheng/records';
import type { LoadedSource, LoadsAnswer, PastLoad } from '../answers.js';
import { correctionAct } from '../quarantine.js';
import { type Command, done } from './command.js';

export interface LoadsInput {
  readonly limit?: number;
  /** Continues with the loads before this number. */
  readonly after?: number;
}

const usualPage = 20;

/** Loads that stand, the newest first: their files, sums and acts. The n-th act of loading made revision n. */
export const loads: Command<LoadsInput, LoadsAnswer> = async ({ limit = usualPage, after }, { office }) => {
  const acts = await office.ledger.acts('load');
  const corrections = new Map((await office.ledger.acts(correctionAct)).map(({ hash, object }) => [hash, object]));
  const { sources } = await office.holdings();
  const shown = acts.map((act, index) => ({ act, revision: index + 1 })).reverse();
  const behind = shown.filter(({ revision }) => after === undefined || revision < after);
  const rows = behind.slice(0, limit).map(({ act, revision }): PastLoad => {
    const files = sources
      .filter((source) => source.revision === revision)
      .map(
        ({ path, format, sha256, bytes, ...source }): LoadedSource => ({
          path,
          format,
          sha256,
          bytes,
          ...sumsOf([source]),
        }),
      );
    return {
      revision,
      time: act.time,
      person: act.person,
      hash: act.hash,
      bytes: files.reduce((total, file) => total + file.bytes, 0),
      ...sumsOf(files),
      files,
      corrects: corrections.get(act.hash) ?? null,
    };
  });
  const next = behind.length > rows.length ? (rows.at(-1)?.revision ?? null) : null;
  return done({ total: acts.length, sums: sumsOf(sources), rows, next });
};

/** The first rows of a file, and what a mapping makes of them; without a mapping, a proposed one. */
export const loadPreview: Command<{ path: string; mapping?: string }, FilePreview> = async ({ path, mapping }) =>
  done(await previewFile(path, mapping));

function sumsOf(list: readonly RecordSums[]): RecordSums {
  const total = (part: keyof RecordSums) => list.reduce((sum, one) => sum + one[part], 0);
  return {
    read: total('read'),
    loaded: total('loaded'),
    replaced: total('replaced'),
    duplicates: total('duplicates'),
    ignored: total('ignored'),
    quarantined: total('quarantined'),
  };
}
