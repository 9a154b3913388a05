import { ApplicationSource, type OfficePlan } from './application.js';
import { dayText } from './calendar.js';
import { csvLine } from './files/cells.js';
import { mappingTexts } from './files/mappings.js';
import { MarkScribe } from './files/mark-scribe.js';
import { notifiedMapping } from './files/notified-mapping.js';
import { OfficeFiles } from './files/office-files.js';
import { PatentScribe } from './files/patent-scribe.js';
import { submissionColumns, submissionRows } from './files/submission-rows.js';
import { windowCells } from './filing-plan.js';
import { planGroups } from './groups/group-plan.js';
import { GroupTruth } from './groups/group-truth.js';
import { MarkSource } from './marks/mark-source.js';
import { PartySource } from './parties/party-source.js';
import { readProvinces, wrongCharacters } from './province.js';
import { planOf, type SynthesiseOptions } from './synthesise-options.js';
import { TruthTally } from './truth/truth-tally.js';

/** Names inside the folder that was written to. */
export interface Synthesised {
  /** Files that `load` reads. */
  readonly files: string[];
  readonly mappings: string[];
  readonly truth: 'truth.json';
  /** Files of right answers beside `truth`. */
  readonly truths: string[];
  readonly further: string[];
}

const submissionFile = 'lists-submissions.csv';
const progressStep = 4096;
/** `decisions import` reads `lists-notified.csv` with it. */
const notifiedMappingFile = 'mapping-notified.yaml';

/**
 * Makes a synthetic office and writes it: applications (a file of what was in force or open on the first day, then one a
 * filing year), trade marks, deeds, events, in an office's own Chinese columns, the mappings to load them with, and the
 * right answers. The same options give the same bytes. Memory does not grow with the number of applications. Throws
 * `usage` for options out of range and `file-unreadable` for an area table without the 34 provincial units.
 */
export async function synthesise(options: SynthesiseOptions): Promise<Synthesised> {
  const plan = planOf(options);
  const provinces = readProvinces(options.areasCsv, options.areaNamesCsv);
  const parties = new PartySource(plan.seed, provinces, plan.patents, wrongCharacters(options.areasCsv));
  const files = new OfficeFiles(options.files, options.out);
  const tally = new TruthTally(plan);
  await writeRecords(plan, parties, files, tally, options.onProgress);
  const truth = tally.truth();
  files.add(submissionFile, csvLine(submissionColumns), submissionRows(truth, plan.seed));
  await files.close();

  const { names } = files;
  const loaded = names.filter((name) => name.startsWith('synthetic-'));
  const mappings = mappingTexts(dayText(plan.from), dayText(plan.to)).filter(({ reads }) => loaded.some(reads));
  for (const { name, text } of mappings) await files.write(name, text);
  await files.write(notifiedMappingFile, notifiedMapping());
  await files.write('truth.json', `${JSON.stringify(truth, null, 2)}\n`);
  return {
    files: loaded,
    mappings: mappings.map(({ name }) => name),
    truth: 'truth.json',
    truths: names.filter((name) => name.startsWith('truth-')),
    further: [...names.filter((name) => name.startsWith('lists-')), notifiedMappingFile],
  };
}

async function writeRecords(
  plan: OfficePlan,
  parties: PartySource,
  files: OfficeFiles,
  tally: TruthTally,
  onProgress: SynthesiseOptions['onProgress'],
): Promise<void> {
  const { seed, marks: marksWanted, abnormal: share } = plan;
  const groups = {
    plan: planGroups({ seed, cells: windowCells(plan.patents, plan.from, plan.to), marks: marksWanted, share }),
    truth: new GroupTruth(),
  };
  const applications = new ApplicationSource(plan, parties, groups.plan);
  const total = applications.total + plan.marks;
  const report = (done: number) => onProgress?.({ stage: 'synthesise', done, total, unit: 'records' });
  const scribe = new PatentScribe(plan, parties, groups, files, tally, applications.total);
  let nextReport = 0;
  for (const application of applications) {
    scribe.take(application, applications.drawn);
    if (files.full) await files.drain();
    if (applications.drawn < nextReport) continue;
    report(applications.drawn);
    nextReport = applications.drawn + progressStep;
  }
  const marks = new MarkScribe(plan, files, tally, groups.truth);
  let done = applications.drawn;
  for (const mark of new MarkSource(plan, parties, groups.plan)) {
    marks.take(mark);
    if (files.full) await files.drain();
    if (mark.filed >= plan.from) done += 1;
    if (done < nextReport) continue;
    report(done);
    nextReport = done + progressStep;
  }
  report(total);
}
