import type { Application, OfficePlan } from '../application.js';
import type { Deed } from '../deeds/deed.js';
import { DeedSource } from '../deeds/deed-source.js';
import { EventSource, type OfficeEvent } from '../deeds/event-source.js';
import { type DeedFault, deedFaults } from '../dirt/deed-faults.js';
import { type EventFault, eventFaults } from '../dirt/event-faults.js';
import { FaultSchedule } from '../dirt/fault-schedule.js';
import { PatentPlanter, type Spoilt } from '../dirt/patent-planter.js';
import type { GroupPlan } from '../groups/group-plan.js';
import type { GroupTruth } from '../groups/group-truth.js';
import { MemberTexts } from '../groups/member-texts.js';
import type { PlantedPatent } from '../groups/planted-patent.js';
import type { PartySource } from '../parties/party-source.js';
import type { Notice } from '../screening/notice.js';
import { notifiedColumns, notifiedRow } from '../screening/notified-row.js';
import { TextSource } from '../texts/text-source.js';
import type { TruthTally } from '../truth/truth-tally.js';
import { csvLine, label } from './cells.js';
import { deedColumns, deedRow, eventColumns, eventRow } from './deed-row.js';
import type { OfficeFiles } from './office-files.js';
import { patentCells, patentColumns, type Texts } from './patent-row.js';
import { sampleColumns, sampleRow } from './sample-row.js';
import { isWrittenAsSt36, st36Document } from './st36-document.js';
import {
  addressLines,
  labelled,
  partyLines,
  recordNumber,
  type TruthFile,
  transferLine,
  truthHeaders,
} from './truth-files.js';

const patentHeader = csvLine(patentColumns);
const deedHeader = csvLine(deedColumns);
const eventHeader = csvLine(eventColumns);

/** Which applications belong to abnormal groups, and the writer of the truth about them. */
export interface PlantedGroups {
  readonly plan: GroupPlan;
  readonly truth: GroupTruth;
}

export const notifiedFile = 'lists-notified.csv';
export const sampleFile = 'lists-quality-samples.csv';
export const deedFile = 'synthetic-deeds.csv';
export const eventFile = 'synthetic-events.csv';

/** Writes down applications and what is recorded about them, spoils some on the way, and counts what is left. */
export class PatentScribe {
  readonly #plan: OfficePlan;
  readonly #files: OfficeFiles;
  readonly #tally: TruthTally;
  readonly #texts: TextSource;
  readonly #memberTexts: MemberTexts;
  readonly #groupTruth: GroupTruth;
  readonly #deeds: DeedSource;
  readonly #events: EventSource;
  readonly #planter: PatentPlanter;
  readonly #eventFaults: FaultSchedule<EventFault>;
  readonly #deedFaults: FaultSchedule<DeedFault>;

  constructor(
    plan: OfficePlan,
    parties: PartySource,
    groups: PlantedGroups,
    files: OfficeFiles,
    tally: TruthTally,
    total: number,
  ) {
    this.#plan = plan;
    this.#files = files;
    this.#tally = tally;
    this.#texts = new TextSource(plan.seed);
    this.#memberTexts = new MemberTexts(plan.seed, this.#texts, groups.plan);
    this.#groupTruth = groups.truth;
    this.#deeds = new DeedSource(plan, parties);
    this.#events = new EventSource(plan);
    this.#planter = new PatentPlanter(plan, total);
    this.#eventFaults = new FaultSchedule(eventFaults, plan.dirt, total);
    this.#deedFaults = new FaultSchedule(deedFaults, plan.dirt, total);
  }

  /** Takes the application that was drawn as the `ordinal`th. */
  take(clean: Application, ordinal: number): void {
    const texts = clean.planted === null ? this.#write(clean) : this.#writePlanted(clean, clean.planted);
    const spoilt = clean.planted === null ? this.#planter.spoil(clean, ordinal) : null;
    const deeds = spoilt === null ? this.#drawDeeds(clean, ordinal) : [];
    if (spoilt === null) this.#writeRow(clean, texts);
    else this.#writeSpoilt(spoilt, texts);
    if (spoilt?.sort === 'quarantine') return;
    const application = spoilt?.application ?? clean;
    this.#tally.take(application, deeds);
    this.#tellTruth(application);
    if (spoilt !== null) return;
    this.#sample(clean);
    if (clean.notice !== null && clean.notice.on <= this.#plan.to) this.#notify(clean.number, clean.notice);
    for (const event of this.#events.draw(application, clean.chance.deeds)) this.#writeEvent(event, clean, ordinal);
  }

  #sample(application: Application): void {
    const row = sampleRow(application, this.#plan);
    if (row !== '') this.#files.add(sampleFile, csvLine(sampleColumns), row);
  }

  #notify(number: string, notice: Notice): void {
    this.#files.add(notifiedFile, csvLine(notifiedColumns), notifiedRow(number, notice, this.#plan.to));
    this.#tally.notice(notice);
  }

  #write({ particulars, kind, chance }: Application): Texts {
    const { subject } = particulars;
    if (this.#plan.texts === 'full') return this.#texts.texts(subject, kind, chance.words);
    return this.#asMuch(this.#texts.title(subject, kind, chance.words));
  }

  /** The texts of a member of a group, which its truth compares with those that they were made from. */
  #writePlanted(application: Application, planted: PlantedPatent): Texts {
    const member = this.#plan.texts === 'none' ? null : this.#memberTexts.of(planted);
    this.#truth('truth-groups.csv', labelled(this.#groupTruth.patentLine(planted, application.number, member)));
    if (member === null) return this.#write(application);
    return this.#plan.texts === 'full' ? member.texts : this.#asMuch(member.texts);
  }

  /** Titles alone, as many as were asked for. */
  #asMuch({ title, titleEn }: { readonly title: string; readonly titleEn: string }): Texts {
    return { title, titleEn: this.#plan.texts === 'none' ? null : titleEn, abstract: null, firstClaim: null };
  }

  #writeRow(application: Application, texts: Texts): void {
    if (isWrittenAsSt36(application.number)) {
      this.#files.add(fileName(application, 'xml'), '', st36Document(application, texts));
      return;
    }
    this.#files.add(fileName(application), patentHeader, csvLine(patentCells(application, texts)));
  }

  #writeSpoilt({ application, cells: fault, foundBy, sort, with: other }: Spoilt, texts: Texts): void {
    const { number } = application;
    if (isWrittenAsSt36(number)) {
      this.#writeRow(application, texts);
      this.#found(fileName(application, 'xml'), '', recordNumber(number), foundBy, sort);
      return;
    }
    const name = fileName(application);
    const untitled = { ...texts, title: '', titleEn: null };
    const cells = patentCells(application, application.untitled === true ? untitled : texts);
    fault?.spoil(cells);
    const row = csvLine(cells);
    if (sort === 'duplicate') this.#files.add(name, patentHeader, row);
    const line = this.#files.add(name, patentHeader, row);
    this.#found(name, line, recordNumber(number), foundBy, sort);
    if (other !== null) this.#found('', '', recordNumber(other), foundBy, sort);
  }

  #drawDeeds(application: Application, ordinal: number): Deed[] {
    const deeds = this.#deeds.draw(application, application.chance.deeds);
    if (deeds.length === 0) return deeds;
    const [first, ...others] = deeds as [Deed, ...Deed[]];
    const fault = this.#deedFaults.next(ordinal, (one) => one.suits(first));
    const written = fault === null ? deeds : [fault.plant(first), ...others];
    const loaded = fault?.sort === 'quarantine' ? others : written;
    for (const [index, deed] of written.entries()) {
      const line = this.#files.add(deedFile, deedHeader, deedRow(deed, application.number));
      if (index === 0 && fault !== null) this.#found(deedFile, line, deed.number, fault.foundBy, fault.sort);
    }
    for (const deed of loaded) this.#tellDeed(deed, application);
    return loaded;
  }

  #tellDeed(deed: Deed, application: Application): void {
    this.#tally.deed(deed);
    if (deed.to !== null) {
      this.#truth('truth-parties.csv', partyLines('deeds', deed.number, [deed.to]));
      this.#truth('truth-addresses.csv', addressLines('deeds', deed.number, [deed.to]));
    }
    if (deed.kind === '转让') this.#truth('truth-transfers.csv', transferLine(application, deed));
  }

  #writeEvent(drawn: OfficeEvent, { number, life }: Application, ordinal: number): void {
    const fault = this.#eventFaults.next(ordinal, () => true);
    const event = fault === null ? drawn : fault.plant(drawn, life.filed ?? 0);
    this.#tally.event(event);
    const line = this.#files.add(eventFile, eventHeader, eventRow(event, number));
    if (fault !== null) this.#found(eventFile, line, recordNumber(number), fault.check, 'check');
  }

  /** Tells a planted fault. */
  #found(file: string, line: number | '', number: string, foundBy: string, sort: string): void {
    this.#tally.fault(foundBy);
    this.#truth('truth-dirt.csv', csvLine([file, line, number, foundBy, sort, label]));
  }

  #tellTruth({ number, particulars }: Application): void {
    this.#truth('truth-parties.csv', partyLines('patents', recordNumber(number), particulars.holders));
    this.#truth('truth-addresses.csv', addressLines('patents', recordNumber(number), particulars.holders));
  }

  #truth(file: TruthFile, lines: string): void {
    if (lines !== '') this.#files.add(file, truthHeaders[file], lines);
  }
}

/** The file that an application stands in. */
export function fileName({ part, year }: Application, end: 'csv' | 'xml' = 'csv'): string {
  return part === 'opening' ? `synthetic-opening-stock.${end}` : `synthetic-patents-${year}.${end}`;
}
