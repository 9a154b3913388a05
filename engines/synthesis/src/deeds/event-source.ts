import type { Application, OfficePlan } from '../application.js';
import { type DayNumber, workingDayFrom, yearOf } from '../calendar.js';
import { Random } from '../random.js';

/** In the office's words. */
export type EventKind =
  | '海外授权'
  | '国家科学技术奖'
  | '中国专利奖'
  | '无效宣告请求'
  | '评价报告'
  | '权利恢复'
  | 'PPH请求'
  | '优先审查';

/** Something told of an application one by one. */
export interface OfficeEvent {
  readonly kind: EventKind;
  /** Null only in a record with a planted fault. */
  readonly on: DayNumber | null;
  /** ST.3 code, empty where no country matters. */
  readonly country: string;
  /** Number of a right abroad, name of a prize. */
  readonly reference: string;
}

/** Days from request to closing within which priority examination is assumed. */
const soon = 330;

/** Draws the events of applications inside the window. Shares are assumed. */
export class EventSource {
  readonly #plan: OfficePlan;

  constructor(plan: OfficePlan) {
    this.#plan = plan;
  }

  draw({ life, kind, number, particulars }: Application, random: Random): OfficeEvent[] {
    const { filed, granted, ceased } = life;
    if (filed === null) return [];
    const events: OfficeEvent[] = [];
    const { to, from } = this.#plan;
    const add = (event: EventKind, on: DayNumber, country = '', reference = '') => {
      if (on >= from && on <= to) events.push({ kind: event, on, country, reference });
    };
    for (const country of particulars.family) {
      if (country === particulars.area || !random.chance(0.6)) continue;
      const day = workingDayFrom(filed + random.between(500, 1600));
      add('海外授权', day, country, `${country}SYN${number.slice(2, 12)}`);
    }
    if (particulars.family.length > 0 && kind === 'invention' && random.chance(0.06)) {
      add('PPH请求', workingDayFrom(filed + random.between(60, 400)), random.one(particulars.family));
    }
    this.#priority({ life, kind, number }, add);
    if (granted === null) return events;
    const draw = random.fraction();
    const later = () => workingDayFrom(granted + random.between(60, 1400));
    const known = (day: DayNumber) => (ceased === null || day < ceased ? day : to + 1);
    if (kind === 'invention' && draw < 0.0008) {
      const day = known(later());
      add('国家科学技术奖', day, '', `${yearOf(Math.min(day, to))}年度国家科学技术进步奖（模拟）`);
    } else if (draw < 0.002) {
      const day = known(later());
      add('中国专利奖', day, '', `${yearOf(Math.min(day, to))}年中国专利优秀奖（模拟）`);
    } else if (draw < 0.003) add('无效宣告请求', known(later()));
    else if (kind !== 'invention' && draw < 0.006) add('评价报告', known(later()));
    else if (draw < 0.0065) add('权利恢复', known(later()));
    return events;
  }

  /** Half of the inventions that were closed soon after the request were examined with priority; by an own stream. */
  #priority(
    { life, kind, number }: Pick<Application, 'life' | 'kind' | 'number'>,
    add: (event: EventKind, on: DayNumber) => void,
  ): void {
    const { requested, closed } = life;
    if (kind !== 'invention' || requested === null || closed === null || closed - requested > soon) return;
    const random = Random.of(this.#plan.seed, 'priority', number);
    if (random.chance(0.5)) add('优先审查', workingDayFrom(requested + random.between(5, 30)));
  }
}
