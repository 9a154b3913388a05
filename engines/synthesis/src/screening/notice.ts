import { type DayNumber, workingDayFrom } from '../calendar.js';
import type { PlantedPatent } from '../groups/planted-patent.js';
import { Random } from '../random.js';

/** In the office's words: withdrawn by the applicant, deemed withdrawn, refused, maintained. */
export type NoticeOutcome = '主动撤回' | '视为撤回' | '驳回' | '维持';

/** A notice that an application is taken for abnormal, and what came of it. */
export interface Notice {
  readonly on: DayNumber;
  readonly ground: string;
  readonly outcome: NoticeOutcome;
  readonly closed: DayNumber;
}

/** Order 77 took the place of Announcement 411. */
const order77 = Date.UTC(2024, 0, 20) / 86_400_000;
const firstNotice = Date.UTC(2018, 5, 1) / 86_400_000;

/** Most members of abnormal groups are notified within a year; most of those notified give way. Sources are nobody's fault. */
export function noticeOf(seed: number, planted: PlantedPatent, filed: DayNumber): Notice | null {
  const random = Random.of(seed, 'notice', planted.groupNumber, planted.ordinal);
  if (planted.role === 'source' || planted.outcome === 'granted' || !random.chance(0.8)) return null;
  const earliest = (planted.transfer?.afterDays ?? 0) + filed + random.between(50, 240);
  const on = workingDayFrom(Math.max(firstNotice, earliest));
  const draw = random.fraction();
  const outcome = draw < 0.72 ? '主动撤回' : draw < 0.86 ? '视为撤回' : draw < 0.93 ? '驳回' : '维持';
  return { on, ground: groundOf(planted, on), outcome, closed: workingDayFrom(on + random.between(20, 120)) };
}

/** A notice to an application that is not abnormal: it is maintained. */
export function mistakenNotice(filed: DayNumber, random: Random): Notice {
  const on = workingDayFrom(Math.max(firstNotice, filed + random.between(50, 240)));
  const ground = on < order77 ? '第411号公告第二条第（一）项' : '第77号令第三条第（一）项';
  return { on, ground, outcome: '维持', closed: workingDayFrom(on + random.between(30, 150)) };
}

const numerals = '零一二三四五六七八九';

function groundOf({ ground411, ground77 }: PlantedPatent, on: DayNumber): string {
  if (on < order77 || ground77 === '') return `第411号公告第二条第（${numerals[Number(ground411)]}）项`;
  return `第77号令第三条第（${numerals[Number(ground77)]}）项`;
}
