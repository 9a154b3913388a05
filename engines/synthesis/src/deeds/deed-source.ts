import type { Application, OfficePlan } from '../application.js';
import { type DayNumber, workingDayFrom } from '../calendar.js';
import { coinedWord } from '../coined-name.js';
import type { Party, PartyType } from '../parties/party.js';
import type { PartySource } from '../parties/party-source.js';
import { Random } from '../random.js';
import type { Deed } from './deed.js';

/** Assumed shares of granted rights that are dealt with at least once inside the window. */
const transferred: Readonly<Record<PartyType, number>> = {
  企业: 0.045,
  大专院校: 0.05,
  科研单位: 0.03,
  机关团体: 0.02,
  个人: 0.06,
};
const pledged: Readonly<Record<PartyType, number>> = {
  企业: 0.018,
  大专院校: 0,
  科研单位: 0.001,
  机关团体: 0,
  个人: 0.002,
};
const licensed: Readonly<Record<PartyType, number>> = {
  企业: 0.008,
  大专院校: 0.02,
  科研单位: 0.015,
  机关团体: 0.004,
  个人: 0.01,
};
/** Open licences were taken in with the law in force on 2021-06-01. */
const openLicences = Date.UTC(2021, 5, 1) / 86_400_000;
const banks = 60;
/** Assumed shares of industries among licences paid by royalties, added up: agriculture, building, information, research; else manufacturing. */
const industries = [
  { section: 'A', upTo: 0.04 },
  { section: 'E', upTo: 0.08 },
  { section: 'I', upTo: 0.22 },
  { section: 'M', upTo: 0.34 },
] as const;

/** Draws what is recorded about rights: transfers, pledges and their releases, licences. */
export class DeedSource {
  readonly #plan: OfficePlan;
  readonly #parties: PartySource;
  #last = 0;

  constructor(plan: OfficePlan, parties: PartySource) {
    this.#plan = plan;
    this.#parties = parties;
  }

  /** The deeds about an application inside the window, in the order of their days. */
  draw(application: Application, random: Random): Deed[] {
    const { life, particulars } = application;
    const party = particulars.holders[0]?.party;
    if (party === undefined || life.filed === null) return [];
    const sale = application.planted?.transfer ?? null;
    if (sale !== null) {
      const buyer = this.#parties.planted(sale.buyer, null);
      return this.#transfer(application, life.filed + sale.afterDays, random, buyer);
    }
    if (life.granted === null) return [];
    const first = Math.max(life.granted + 30, this.#plan.from);
    const last = Math.min(this.#plan.to, (life.ceased ?? this.#plan.to) - 10);
    if (first > last) return [];
    const draw = random.fraction();
    const day = () => workingDayFrom(random.between(first, last));
    let bound = transferred[party.type];
    if (draw < bound) return this.#transfer(application, day(), random);
    bound += pledged[party.type];
    if (draw < bound) return this.#pledge(application, day(), last, random);
    bound += licensed[party.type];
    if (draw >= bound) return [];
    const on = day();
    return on >= openLicences && random.chance(0.4)
      ? this.#openLicence(application, on)
      : this.#licence(application, on, random);
  }

  #transfer(application: Application, day: DayNumber, random: Random, planted?: Party): Deed[] {
    const seller = application.particulars.holders[0]?.party;
    const recorded = workingDayFrom(day);
    if (seller === undefined || recorded > this.#plan.to || recorded < this.#plan.from) return [];
    const buyer = planted ?? this.#buyer(seller, random);
    if (buyer.id === seller.id) return [];
    const to = this.#parties.mention(buyer, recorded, random);
    return [
      this.#deed(application, { kind: '转让', recorded, executed: this.#before(application, recorded, random), to }),
    ];
  }

  /** Three in five stay in the province. */
  #buyer({ area }: Party, random: Random): Party {
    const home = this.#parties.provinceOf(area);
    const province = home === undefined || random.chance(0.4) ? this.#parties.province(random) : home;
    return this.#parties.domestic(province, random);
  }

  #pledge(application: Application, recorded: DayNumber, last: DayNumber, random: Random): Deed[] {
    const bank = Random.of(this.#plan.seed, 'bank', random.rank(banks));
    const creditor = `${coinedWord(bank)}银行股份有限公司`;
    const amount = Math.max(50_000, Math.round(random.logNormal(600, 1.1)) * 10_000);
    const executed = this.#before(application, recorded, random);
    const pledge = this.#deed(application, { kind: '质押', recorded, executed, creditor, amount, currency: 'CNY' });
    const released = workingDayFrom(recorded + random.between(200, 1100));
    if (released > last || random.chance(0.1)) return [pledge];
    return [pledge, this.#deed(application, { kind: '质押解除', recorded: released, creditor, ends: pledge.number })];
  }

  #licence(application: Application, recorded: DayNumber, random: Random): Deed[] {
    const licensee = this.#parties.domestic(this.#parties.province(random), random);
    const to = this.#parties.mention(licensee, recorded, random);
    const priced = random.chance(0.5);
    const amount = priced ? Math.round(random.logNormal(30, 1)) * 10_000 + 10_000 : null;
    const executed = this.#before(application, recorded, random);
    const fee = priced ? null : this.#fee(application);
    const money = { amount, currency: priced ? 'CNY' : '', fee };
    return [this.#deed(application, { kind: '许可', recorded, executed, to, ...money })];
  }

  /** Royalties in percent, by an own stream, so that nothing else is drawn otherwise for them. */
  #fee({ number }: Application): Deed['fee'] {
    const random = Random.of(this.#plan.seed, 'fee', number);
    const draw = random.fraction();
    const industry = industries.find(({ upTo }) => draw < upTo)?.section ?? 'C';
    return { rate: random.between(4, 40) / 4, industry };
  }

  #openLicence(application: Application, recorded: DayNumber): Deed[] {
    return [this.#deed(application, { kind: '开放许可', recorded })];
  }

  /** A day some weeks before a deed is recorded, not before the filing. */
  #before({ life }: Application, recorded: DayNumber, random: Random): DayNumber {
    return Math.max(life.filed ?? recorded, recorded - random.between(5, 60));
  }

  #deed({ particulars }: Application, given: Pick<Deed, 'kind' | 'recorded'> & Partial<Deed>): Deed {
    this.#last += 1;
    const number = `SYN${String(this.#last).padStart(9, '0')}`;
    const from = particulars.holders[0]?.written.name ?? '';
    return {
      executed: null,
      to: null,
      creditor: '',
      amount: null,
      currency: '',
      fee: null,
      ends: '',
      ...given,
      number,
      from,
    };
  }
}
