import { describe, expect, it } from 'vitest';
import { readClause } from './read-clause.js';

const short = (clause: string) =>
  readClause(clause).map(({ kind, subject, quantity, direction }) => [
    kind,
    subject,
    quantity?.value ?? direction,
    quantity?.unit ?? null,
  ]);

describe('targets in a clause', () => {
  it.each([
    ['发明专利审查周期压减到16个月', [['ceiling', '发明专利审查周期', 16, 'months']]],
    ['复审案件平均结案时长不超过百分之十二', [['ceiling', '复审案件平均结案时长', 12, 'percent']]],
    ['复审请求量不低于1,250件', [['floor', '复审请求量', 1250, 'pieces']]],
    ['许可备案次数不得少于两百次', [['floor', '许可备案次数', 200, 'occasions']]],
    ['抽检合格率在97%以上', [['floor', '抽检合格率', 97, 'percent']]],
    ['商标注册周期稳定在7个月', [['hold', '商标注册周期', 7, 'months']]],
    ['驳回比例控制在两成以内', [['ceiling', '驳回比例', 20, 'percent']]],
    ['质押项目数下降5%', [['growth', '质押项目数', 5, 'percent']]],
    ['拥有量提高到12.5件', [['floor', '拥有量', 12.5, 'pieces']]],
    ['占比提高1.5个百分点', [['growth', '占比', 1.5, 'percentage-points']]],
    [
      '甲类数量和乙类数量均增长10%以上',
      [
        ['growth', '甲类数量', 10, 'percent'],
        ['growth', '乙类数量', 10, 'percent'],
      ],
    ],
    [
      '甲类数量与乙类数量分别增长10%和20%',
      [
        ['growth', '甲类数量', 10, 'percent'],
        ['growth', '乙类数量', 20, 'percent'],
      ],
    ],
    ['增加值占比稳步提高', [['direction', '增加值占比', 'rises', null]]],
    ['平均审查周期进一步缩短', [['direction', '平均审查周期', 'falls', null]]],
    ['社会满意度保持较高水平', [['qualitative', '社会满意度', null, null]]],
  ])('%s', (clause, expected) => {
    expect(short(clause)).toEqual(expected);
  });

  it.each([
    '样本量少于四百份的区县只作参考',
    '审查授权质量和效率持续提升',
    '三年之内不再受理其请求',
    '辦好50周年系列活动',
    '完成第二批国家知识产权保护示范区遴选',
    '最高不超过二十万元',
    '深化国际合作交流',
  ])('%s: no target', (clause) => {
    expect(readClause(clause)).toEqual([]);
  });
});
