import type { LocalizedText } from '@zhiheng/vocabulary';
import type { CellStatus } from '../filled-table.js';

const note = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** What the sign beside a cell means, by its status. */
export const statusNotes: Readonly<Record<Exclude<CellStatus, 'final'>, LocalizedText>> = {
  provisional: note('初步值。', '初步值。', 'Provisional.'),
  estimated: note('估计值。', '估計值。', 'Estimated.'),
  maturing: note('数据尚不完整，以后会变。', '資料尚不完整，以後會變。', 'Still coming in; it will change.'),
  missing: note('无数据：不等于零。', '無資料：不等於零。', 'No data, which is not zero.'),
  'not-yet': note('指标尚未建立。', '指標尚未建立。', 'There is no such indicator yet.'),
  withheld: note('计算值尚未公布。', '計算值尚未公布。', 'Computed, and not published yet.'),
  'not-of-dataset': note(
    '公布值属真实数据，不与模拟数据同列。',
    '公布值屬真實資料，不與模擬資料同列。',
    'Published values are real and stand in no table of synthetic data.',
  ),
  'not-additive': note('各地区之值不能相加。', '各地區之值不能相加。', 'Values of its areas do not add up.'),
  'not-comparable': note(
    '本期或基期不是确定值，或基期为零，不计增长。',
    '本期或基期不是確定值，或基期為零，不計增長。',
    'No growth is told: a value is not final, is a bound only, or the base is zero.',
  ),
};

/** The note where one status holds for every value of a table. */
export const wholeNotes: Readonly<Partial<Record<CellStatus, LocalizedText>>> = {
  provisional: note('本表数值均为初步值。', '本表數值均為初步值。', 'All values of this table are provisional.'),
  estimated: note('本表数值均为估计值。', '本表數值均為估計值。', 'All values of this table are estimates.'),
  maturing: note('本表数据均尚不完整。', '本表資料均尚不完整。', 'All values of this table are still coming in.'),
};
