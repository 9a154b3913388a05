import type { DayNumber } from '../calendar.js';
import type { PlantedMark } from '../groups/planted-mark.js';
import type { Mention } from '../parties/party-source.js';

/** In the office's words. */
export type MarkStatusWord = '待审' | '初审公告' | '已注册' | '驳回' | '期满未续展' | '撤销';

/** A trade mark application as it is known on the last day of the window. */
export interface Mark {
  readonly number: string;
  readonly text: string;
  readonly feature: '文字' | '图形' | '组合';
  readonly filed: DayNumber;
  readonly published: DayNumber | null;
  readonly registered: DayNumber | null;
  readonly registrationNumber: string;
  readonly ceased: DayNumber | null;
  readonly status: MarkStatusWord;
  readonly statusOn: DayNumber;
  /** Nice classes with their goods or services. */
  readonly classes: readonly { readonly number: string; readonly goods: string }[];
  readonly holders: readonly Mention[];
  readonly agency: string | null;
  /** Its place in an abnormal group; null: filed for use. */
  readonly planted: PlantedMark | null;
}
