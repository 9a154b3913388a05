import type { OfficeKind } from './office-volumes.js';
import type { Random } from './random.js';
import type { TitleStyle } from './subjects.js';

const qualities =
  '高效 节能 便携式 可调节 自动化 智能 低噪音 高精度 模块化 耐磨 防水 快装 多功能 双工位 轻量化 抗干扰 一体式 可拆卸'.split(
    ' ',
  );
const bases = '深度学习 多源数据 联邦学习 时空特征 强化学习 区块链 数字孪生 注意力机制 边缘计算 模糊控制'.split(' ');
const aims = '清洁 安装 散热 搬运 检修 定位 收纳 调节高度 更换 防尘'.split(' ');
const uses = '工业现场 农业大棚 城市道路 医院病房 实验教学 家庭 仓储物流 高寒地区'.split(' ');

type Pattern = (object: string, random: Random) => string;

const patterns: Readonly<Record<TitleStyle, readonly Pattern[]>> = {
  method: [
    (object, random) => `基于${random.one(bases)}的${object}方法及系统`,
    (object, random) => `一种${random.one(qualities)}的${object}方法`,
    (object) => `${object}方法、装置、电子设备及存储介质`,
    (object, random) => `面向${random.one(uses)}的${object}系统`,
  ],
  device: [
    (object, random) => `一种${random.one(qualities)}${object}`,
    (object, random) => `一种便于${random.one(aims)}的${object}`,
    (object, random) => `一种${random.one(uses)}用${object}`,
    (object, random) => `一种具有${random.one(aims)}功能的${random.one(qualities)}${object}`,
  ],
  matter: [
    (object) => `一种${object}及其制备方法`,
    (object, random) => `一种${random.one(qualities)}${object}及其应用`,
    (object, random) => `用于${random.one(uses)}的${object}及制备工艺`,
  ],
};

/** An ordinary title of an invention or utility model. */
export function titleOf(kind: OfficeKind, style: TitleStyle, object: string, random: Random): string {
  // A utility model protects a thing, whatever its field.
  if (kind === 'utility_model' && style !== 'device') return random.one(patterns.device)(`${object}装置`, random);
  const title = random.one(patterns[style])(object, random);
  return kind === 'invention' && style === 'device' && random.chance(0.4) ? `${title}及其使用方法` : title;
}

/** The title of a design: the article, now and then with a note. */
export function designTitle(object: string, random: Random): string {
  const note = random.fraction();
  if (note < 0.25) return `${object}（${random.one(qualities)}）`;
  return note < 0.4 ? `${object}（${random.between(2, 9)}号）` : object;
}
