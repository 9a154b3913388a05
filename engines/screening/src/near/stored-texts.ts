import { canonicalText } from '@zhiheng/vocabulary/canonical';
import { packColumns, unpackColumns } from './column-file.js';
import { compacted, isMostlyStanding } from './compacted.js';
import type { TextField } from './model.js';
import { NearState } from './near-state.js';
import type { NearSettings } from './settings.js';
import { sketchVersion } from './sketch.js';

/** What lies where: segments of sketches, of which a later run adds one, and one file of what came of comparing. */
export interface StoredNear {
  readonly version: number;
  readonly field: TextField;
  readonly settings: NearSettings;
  readonly segments: readonly { readonly file: string; readonly classes: number; readonly members: number }[];
  readonly found: string;
}

/** Where files go: the name of bytes is given by whoever keeps them. */
export interface NearFiles {
  put(bytes: Uint8Array): Promise<string>;
  get(name: string): Promise<Uint8Array>;
}

/** Segments beyond which all is written as one again. */
const mostSegments = 24;

/** Stores what came since `former`, and what was found of all. Where much of it is gone, or lies in many segments, all is written anew. */
export async function storeNear(
  state: NearState,
  { field, settings }: { readonly field: TextField; readonly settings: NearSettings },
  files: NearFiles,
  former: StoredNear | null = null,
): Promise<StoredNear> {
  if (!isMostlyStanding(state) || (former?.segments.length ?? 0) >= mostSegments)
    return storeNear(compacted(state), { field, settings }, files);
  const segments = [...(former?.segments ?? [])];
  const before = segments.reduce(
    (sum, one) => ({ classes: sum.classes + one.classes, members: sum.members + one.members }),
    {
      classes: 0,
      members: 0,
    },
  );
  const [classes, members] = [state.classes.count - before.classes, state.classes.numbers.length - before.members];
  if (members > 0) segments.push({ file: await files.put(segmentOf(state, before)), classes, members });
  return { version: sketchVersion, field, settings, segments, found: await files.put(foundOf(state)) };
}

/** Whether what is stored was made by this version of the algorithm and by these settings. */
export function fitsNear(
  stored: StoredNear,
  { field, settings }: { readonly field: TextField; readonly settings: NearSettings },
): boolean {
  return (
    stored.version === sketchVersion &&
    stored.field === field &&
    canonicalText(stored.settings) === canonicalText(settings)
  );
}

/** What is stored, as it was; null when another version of the algorithm or other settings made it: then all is taken in anew. */
export async function openNear(
  stored: StoredNear,
  how: { readonly field: TextField; readonly settings: NearSettings },
  files: NearFiles,
): Promise<NearState | null> {
  if (!fitsNear(stored, how)) return null;
  const state = new NearState();
  const classes = stored.segments.reduce((sum, one) => sum + one.classes, 0);
  for (const column of state.keys) column.reserve(classes);
  for (const { file } of stored.segments) readSegment(state, await files.get(file));
  readFound(state, await files.get(stored.found));
  state.joined = state.classes.count;
  return state;
}

function segmentOf(state: NearState, before: { readonly classes: number; readonly members: number }): Uint8Array {
  const { classes } = state;
  const starts = state.starts.words.subarray(before.classes);
  const first = starts[0] ?? 0;
  const { bits, counts } = state.bits.columns(before.classes, classes.count);
  const words: Record<string, Uint32Array> = {
    hashes: classes.hashes.words.subarray(4 * before.classes),
    starts: starts.map((start) => start - first),
    fingerprints: state.fingerprints.words.subarray(first),
    classOf: classes.classOf.words.subarray(before.members),
    days: classes.days.words.subarray(before.members),
    ...{ bits, counts },
  };
  for (const [band, column] of state.keys.entries()) words[`band${band}`] = column.words.subarray(before.classes);
  return packColumns({ words, texts: { numbers: classes.numbers.slice(before.members) } });
}

function readSegment(state: NearState, bytes: Uint8Array): void {
  const { words, texts } = unpackColumns(bytes);
  const column = (name: string) => words[name] ?? new Uint32Array(0);
  const { classes } = state;
  const [before, first] = [classes.count, state.fingerprints.length];
  classes.takeOver(texts.numbers ?? [], column('days'), column('classOf'), column('hashes'));
  for (const [band, keys] of state.keys.entries()) keys.append(column(`band${band}`));
  state.fingerprints.append(column('fingerprints'));
  state.starts.append(
    column('starts')
      .subarray(1)
      .map((start) => start + first),
  );
  state.bits.takeOver(before, { bits: column('bits'), counts: column('counts') });
}

function foundOf(state: NearState): Uint8Array {
  const words: Record<string, Uint32Array> = {
    gone: Uint32Array.from(state.classes.gone),
    empty: Uint32Array.of(state.empty + 1),
  };
  Object.assign(words, state.links.words());
  const places = placesOf(state);
  const recombined = [...state.recombined].flatMap(([one, links]) =>
    links.flatMap((link) => [one, places.get(`${link.one} ${link.other}`) ?? 0]),
  );
  words.recombined = Uint32Array.from(recombined);
  words.cappedBands = Uint32Array.from(
    state.cappedBands.flatMap((bucket) => [Math.floor(bucket / 2 ** 32), bucket % 2 ** 32]),
  );
  words.cappedFingerprints = Uint32Array.from(state.cappedFingerprints);
  return packColumns({ words, texts: {} });
}

/** Where the links of texts lie that are patched from others, by both classes. */
function placesOf({ links, recombined }: NearState): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let place = 0; recombined.size > 0 && place < links.length; place += 1) {
    const [one, other] = [links.one.at(place), links.other.at(place)];
    if (recombined.has(one) || recombined.has(other)) places.set(`${one} ${other}`, place);
  }
  return places;
}

function readFound(state: NearState, bytes: Uint8Array): void {
  const { words } = unpackColumns(bytes);
  const at = (name: string, index: number) => words[name]?.[index] as number;
  state.classes.leave(words.gone ?? []);
  state.empty = at('empty', 0) - 1;
  state.links.takeOver(words);
  const recombined = words.recombined ?? [];
  for (let index = 0; index < recombined.length; index += 2) {
    const one = recombined[index] as number;
    const link = state.links.at(recombined[index + 1] as number);
    state.recombined.set(one, [...(state.recombined.get(one) ?? []), link]);
  }
  const bandPairs = words.cappedBands ?? [];
  state.cappedBands = Array.from(
    { length: bandPairs.length / 2 },
    (_, index) => at('cappedBands', 2 * index) * 2 ** 32 + at('cappedBands', 2 * index + 1),
  );
  state.cappedFingerprints = [...(words.cappedFingerprints ?? [])];
}
