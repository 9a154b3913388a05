import { agencyNames } from '../agency.js';
import type { Application, OfficePlan } from '../application.js';
import type { Deed } from '../deeds/deed.js';
import { DeedSource } from '../deeds/deed-source.js';
import { EventSource, type OfficeEvent } from '../deeds/event-source.js';
import { type DeedFault, deedFaults } from '../dirt/deed-faults.js';
import { FaultSchedule } from '../dirt/fault-schedule.js';
import { PatentPlanter, type Spoilt } from '../dirt/patent-planter.js';
import type { PartySource } from '../parties/party-source.js';
import { TextSource } from '../texts/text-source.js';
import type { TruthTally } from '../truth/truth-tally.js';
import { csvLine, label } from './cells.js';
import { deedColumns, deedRow, eventColumns, eventRow } from './deed-row.js';
import type { OfficeFiles } from './office-files.js';
import { patentCells, patentColumns, type Texts } from './patent-row.js';
import { isWrittenAsSt36, st36Document } from './st36-document.js';
import { addressLines, partyLines, recordNumber, type TruthFile, transferLine, truthHeaders } from './truth-files.js';

const patentHeader = csvLine(patentColumns);
const deedHeader = csvLine(deedColumns);
const eventHeader = csvLine(eventColumns);

export const deedFile = 'synthetic-deeds.csv';
export const eventFile = 'synthetic-events.csv';

/** Writes down applications and what is recorded about them, spoils some on the way, and counts what is left. */
export class PatentScribe {
  readonly #plan: OfficePlan;
  readonly #files: OfficeFiles;
  readonly #tally: TruthTally;
  readonly #agencies: readonly string[];
  readonly #texts: TextSource;
  readonly #deeds: DeedSource;
  readonly #events: EventSource;
  readonly #planter: PatentPlanter;
  readonly #deedFaults: FaultSchedule<DeedFault>;

  constructor(plan: OfficePlan, parties: PartySource, files: OfficeFiles, tally: TruthTally, total: number) {
    this.#plan = plan;
    this.#files = files;
    this.#tally = tally;
    this.#agencies = agencyNames(plan.seed);
    this.#texts = new TextSource(plan.seed);
    this.#deeds = new DeedSource(plan, parties);
    this.#events = new EventSource(plan);
    this.#planter = new PatentPlanter(plan, total);
    this.#deedFaults = new FaultSchedule(deedFaults, plan.dirt, total);
  }

  /** Takes the application that was drawn as the `ordinal`th. */
  take(clean: Application, ordinal: number): void {
    const texts = this.#write(clean);
    const spoilt = isWrittenAsSt36(clean.number) ? null : this.#planter.spoil(clean, ordinal);
    const deeds = spoilt === null ? this.#drawDeeds(clean, ordinal) : [];
    if (spoilt === null) this.#writeRow(clean, texts);
    else this.#writeSpoilt(spoilt, texts);
    if (spoilt?.sort === 'quarantine') return;
    const application = spoilt?.application ?? clean;
    this.#tally.take(application, deeds);
    this.#tellTruth(application);
    if (spoilt !== null) return;
    for (const event of this.#events.draw(application, clean.chance.deeds)) this.#writeEvent(event, clean);
  }

  #write({ particulars, kind, chance }: Application): Texts {
    const { subject } = particulars;
    if (this.#plan.texts === 'full') return this.#texts.texts(subject, kind, chance.words);
    const { title, titleEn } = this.#texts.title(subject, kind, chance.words);
    const none = { abstract: null, firstClaim: null };
    return this.#plan.texts === 'titles' ? { title, titleEn, ...none } : { title, titleEn: null, ...none };
  }

  #writeRow(application: Application, texts: Texts): void {
    if (isWrittenAsSt36(application.number)) {
      this.#files.add(fileName(application, 'xml'), '', st36Document(application, texts, this.#agencies));
      return;
    }
    this.#files.add(fileName(application), patentHeader, csvLine(patentCells(application, texts, this.#agencies)));
  }

  #writeSpoilt({ application, cells: fault, foundBy, sort, with: other }: Spoilt, texts: Texts): void {
    const { number } = application;
    const name = fileName(application);
    const untitled = { ...texts, title: '', titleEn: null };
    const cells = patentCells(application, application.untitled === true ? untitled : texts, this.#agencies);
    fault?.spoil(cells);
    const row = csvLine(cells);
    if (sort === 'duplicate') this.#files.add(name, patentHeader, row);
    const line = this.#files.add(name, patentHeader, row);
    this.#tally.fault(foundBy);
    this.#truth('truth-dirt.csv', csvLine([name, line, recordNumber(number), foundBy, sort, label]));
    if (other === null) return;
    this.#tally.fault(foundBy);
    this.#truth('truth-dirt.csv', csvLine(['', '', recordNumber(other), foundBy, sort, label]));
  }

  #drawDeeds(application: Application, ordinal: number): Deed[] {
    const deeds = this.#deeds.draw(application, application.chance.deeds);
    if (deeds.length === 0) return deeds;
    const number = recordNumber(application.number);
    const [first, ...others] = deeds as [Deed, ...Deed[]];
    const fault = this.#deedFaults.next(ordinal, (one) => one.suits(first));
    const written = fault === null ? deeds : [fault.plant(first), ...others];
    for (const [index, deed] of written.entries()) {
      const line = this.#files.add(deedFile, deedHeader, deedRow(deed, application.number));
      this.#tally.deed(deed);
      if (deed.to !== null) {
        this.#truth('truth-parties.csv', partyLines('deeds', deed.number, [deed.to]));
        this.#truth('truth-addresses.csv', addressLines('deeds', deed.number, [deed.to]));
      }
      if (deed.kind === '转让') this.#truth('truth-transfers.csv', transferLine(application, deed));
      if (fault === null || index > 0) continue;
      this.#tally.fault(fault.check);
      this.#truth('truth-dirt.csv', csvLine([deedFile, line, number, fault.check, 'check', label]));
    }
    return written;
  }

  #writeEvent(event: OfficeEvent, { number }: Application): void {
    this.#tally.event(event);
    this.#files.add(eventFile, eventHeader, eventRow(event, number));
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
