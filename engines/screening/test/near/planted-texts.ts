import type { ApplicationText } from '../../src/near/model.js';

/** Seeded numbers from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables =
  '电机壳体轴承支架传感器控制模块处理单元齿轮弹簧滑块导轨阀门管路水泵风扇滤芯刀具夹具工件焊接涂层薄膜树脂纤维合金溶液催化剂温度压力流量速度位移信号数据网络图像模型算法节点缓存协议';
const verbs = [
  '连接于',
  '固定在',
  '设置于',
  '用于驱动',
  '通过螺栓安装在',
  '转动连接',
  '读取',
  '计算得到',
  '输送至',
  '抵接',
];

/** A text of about so many characters, of clauses drawn by chance. */
export function writeText(random: () => number, length: number): string {
  const noun = () => {
    const at = Math.floor(random() * (syllables.length - 4));
    return syllables.slice(at, at + 2 + Math.floor(random() * 3));
  };
  let text = '';
  while (text.length < length) text += `${noun()}${verbs[Math.floor(random() * verbs.length)]}${noun()}，`;
  return `${text.slice(0, length - 1)}。`;
}

/** A text of which about a share of the characters is exchanged, in runs of five. */
export function edited(text: string, share: number, random: () => number): string {
  const characters = [...text];
  const runs = Math.round((characters.length * share) / 5);
  for (let run = 0; run < runs; run += 1) {
    const at = Math.floor(random() * (characters.length - 5));
    characters.splice(at, 5, ...writeText(random, 6).slice(0, 5));
  }
  return characters.join('');
}

/** Applications from texts: numbers as they come, a new day every third. */
export function applicationsOf(texts: readonly string[], from = 0): ApplicationText[] {
  return texts.map((text, index) => ({
    number: `CN:${String(2_023_000_000 + from + index)}`,
    day: 19_000 + Math.floor((from + index) / 3),
    text,
  }));
}

/** So many texts of which a third are edits, copies, parts and patchworks of others. */
export function plantedTexts(count: number, seed: number): string[] {
  const random = seeded(seed);
  const texts: string[] = [];
  const any = () => texts[Math.floor(random() * texts.length)] ?? '';
  while (texts.length < count) {
    const draw = texts.length < 10 ? 1 : random();
    if (draw < 0.04) texts.push(any());
    else if (draw < 0.24) texts.push(edited(any(), random() * 0.3, random));
    else if (draw < 0.28) texts.push(writeText(random, 500) + any() + writeText(random, 400));
    else if (draw < 0.32) texts.push(any().slice(0, 110) + any().slice(-110));
    else texts.push(writeText(random, 150 + Math.floor(random() * 150)));
  }
  return texts;
}

/** The same in another order. */
export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
