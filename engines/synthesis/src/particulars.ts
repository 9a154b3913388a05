import { agencyNames, plantedAgency } from './agency.js';
import { anniversary, type DayNumber } from './calendar.js';
import { designSubjects } from './design-subjects.js';
import type { PlantedPatent } from './groups/planted-patent.js';
import { foreignShare, type OfficeKind } from './office-volumes.js';
import { presentName } from './parties/name-forms.js';
import { agencyCount, type Party } from './parties/party.js';
import type { Mention, PartySource } from './parties/party-source.js';
import { peopleOf, personOf } from './parties/people.js';
import type { Random } from './random.js';
import { subjects } from './subjects.js';
import { WeightedChoice } from './weighted-choice.js';

/** What an application says apart from its days and texts. */
export interface Particulars {
  readonly holders: readonly Mention[];
  /** Code of the province or country of the first holder. */
  readonly area: string;
  /** Index into `subjects`, of a design into `designSubjects`. */
  readonly subject: number;
  /** Symbols of the IPC; for a design the one of the Locarno classification. */
  readonly classes: readonly string[];
  /** Name of the agency, null where the holder files alone. */
  readonly agency: string | null;
  readonly agents: readonly string[];
  readonly inventors: readonly string[];
  /** Null for a design. */
  readonly claims: number | null;
  /** Day of the earliest filing that priority is claimed of. */
  readonly priority: DayNumber | null;
  /** Countries in which members of its family are filed; empty: no family. */
  readonly family: readonly string[];
  /** Name and number of the funded project, empty where there is none. */
  readonly project: string;
}

const inventionSubject = new WeightedChoice([...subjects.keys()], (index) => subjects[index]?.inventionWeight ?? 0);
const modelSubject = new WeightedChoice([...subjects.keys()], (index) => subjects[index]?.modelWeight ?? 0);
const designSubject = new WeightedChoice([...designSubjects.keys()], (index) => designSubjects[index]?.weight ?? 0);
const programmes = ['国家重点研发计划（模拟）', '国家自然科学基金（模拟）', '省级科技计划（模拟）'];
const familyOffices = ['US', 'EP', 'JP', 'KR', 'DE', 'GB', 'SG', 'AU'];

/** Draws what applications say. */
export class ParticularsSource {
  readonly #seed: number;
  readonly #parties: PartySource;
  readonly #agencies: readonly string[];

  constructor(seed: number, parties: PartySource) {
    this.#seed = seed;
    this.#parties = parties;
    this.#agencies = agencyNames(seed);
  }

  draw(kind: OfficeKind, filed: DayNumber, random: Random): Particulars {
    const parties = this.#drawParties(kind, random);
    const first = parties[0] as Party;
    const represented = first.country !== '' || random.chance(0.76);
    const usual = random.chance(0.8) ? first.agency : random.rank(agencyCount);
    const agency = represented ? (this.#agencies[usual] ?? null) : null;
    return {
      ...drawMatter(kind, first.subject, random),
      ...drawClaims(kind, filed, first, random),
      ...this.#written(parties, filed, random),
      agency,
      agents: agency === null ? [] : this.#agents(agency, random),
      inventors: this.#inventors(first, random),
    };
  }

  /** What a planted application says: as drawn, but for the parties and the subject that the plan gives it. */
  planted(
    drawn: Particulars,
    { parties, subject, slot }: PlantedPatent,
    filed: DayNumber,
    random: Random,
  ): Particulars {
    const { holder, address, agency, inventor, contact } = parties;
    const party = holder === null ? (drawn.holders[0]?.party as Party) : this.#parties.planted(holder, address);
    const named = agency === null ? drawn.agency : plantedAgency(this.#seed, agency);
    const agents = agency === null || named === null ? drawn.agents : this.#agents(named, random);
    const inventors = holder === null ? drawn.inventors : this.#inventors(party, random);
    return {
      ...drawn,
      ...(holder === null ? {} : { ...this.#written([party], filed, random), priority: null, family: [], project: '' }),
      ...ofSubject(slot.kind, subject, random),
      agency: named,
      agents: contact === null ? agents : [personOf(this.#seed, 'contact', contact)],
      inventors: inventor === null ? inventors : [personOf(this.#seed, 'planted inventor', inventor)],
    };
  }

  #written(parties: readonly Party[], filed: DayNumber, random: Random): Pick<Particulars, 'holders' | 'area'> {
    const holders = parties.map((party) => this.#parties.mention(party, filed, random));
    return { holders, area: parties[0]?.area ?? 'none' };
  }

  /** One or two agents of an agency. */
  #agents(agency: string, random: Random): string[] {
    return peopleOf(this.#seed, agency, 15, random.chance(0.4) ? 2 : 1, random);
  }

  #inventors(first: Party, random: Random): string[] {
    const wanted = random.between(1, 3) + (random.chance(0.35) ? random.between(1, 3) : 0);
    if (first.type !== '个人') return peopleOf(this.#seed, first.id, first.people, wanted, random);
    const others = random.chance(0.2) ? peopleOf(this.#seed, first.id, first.people, 1, random) : [];
    return [presentName(first), ...others];
  }

  #drawParties(kind: OfficeKind, random: Random): Party[] {
    const draw = random.fraction();
    const number = draw < 0.9 ? 1 : draw < 0.985 ? 2 : 3;
    if (random.chance(foreignShare[kind])) {
      const office = this.#parties.foreignOffice(random);
      return distinct(number > 2 ? 2 : 1, () => this.#parties.foreign(office, random));
    }
    const home = this.#parties.province(random);
    let first = true;
    return distinct(number, () => {
      const province = first || !random.chance(0.2) ? home : this.#parties.province(random);
      first = false;
      return this.#parties.domestic(province, random);
    });
  }
}

/** As many parties as asked for, fewer where the same one is drawn again. */
function distinct(number: number, draw: () => Party): Party[] {
  if (number === 1) return [draw()];
  const parties = Array.from({ length: number }, draw);
  return parties.filter(({ id }, index) => parties.findIndex((other) => other.id === id) === index);
}

type Matter = Pick<Particulars, 'subject' | 'classes' | 'claims'>;

function drawMatter(kind: OfficeKind, habit: number, random: Random): Matter {
  if (kind === 'design') return ofSubject(kind, designSubject.draw(random), random);
  const choice = kind === 'invention' ? inventionSubject : modelSubject;
  const usual = subjects[habit];
  const fits = usual !== undefined && (kind === 'invention' || usual.modelWeight > 0);
  return ofSubject(kind, fits && random.chance(0.4) ? habit : choice.draw(random), random);
}

function ofSubject(kind: OfficeKind, subject: number, random: Random): Matter {
  if (kind === 'design') return { subject, classes: [designSubjects[subject]?.symbol ?? ''], claims: null };
  const symbols = subjects[subject]?.symbols ?? [];
  const classes = [random.one(symbols)];
  if (random.chance(0.45)) classes.push(random.one(symbols));
  if (random.chance(0.2)) {
    const other = (kind === 'invention' ? inventionSubject : modelSubject).draw(random);
    classes.push(random.one(subjects[other]?.symbols ?? []));
  }
  const mean = kind === 'invention' ? 9 : 7;
  const claims = Math.max(1, Math.min(60, Math.round(random.logNormal(mean, 0.35))));
  return { subject, classes: [...new Set(classes)], claims };
}

/** Priority, family and funding. */
function drawClaims(
  kind: OfficeKind,
  filed: DayNumber,
  { type, country }: Party,
  random: Random,
): Pick<Particulars, 'priority' | 'family' | 'project'> {
  const foreign = country !== '';
  const claimed = random.chance(foreign ? 0.95 : kind === 'invention' ? 0.04 : 0.01);
  const priority = claimed ? Math.max(anniversary(filed, -1), filed - random.between(foreign ? 250 : 40, 365)) : null;
  const abroad = foreign || (kind === 'invention' && random.chance(0.045));
  const family = abroad ? [...new Set([country, random.one(familyOffices), random.one(familyOffices)])] : [];
  const chances = { 企业: 0.02, 大专院校: 0.3, 科研单位: 0.3, 机关团体: 0.05, 个人: 0 } as const;
  const funded = kind === 'invention' && !foreign && random.chance(chances[type]);
  const project = funded ? `${random.one(programmes)}${random.between(10_000, 99_999)}` : '';
  return { priority, family: family.filter((code) => code !== ''), project };
}
