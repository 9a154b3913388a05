import type { OfficeKind } from '../office-volumes.js';
import type { Random } from '../random.js';
import type { TitleStyle } from '../subjects.js';
import { englishObject } from './object-names.js';
import {
  additions,
  aims,
  bases,
  doings,
  methodQualities,
  qualities,
  substanceQualities,
  type TitleWord,
  things,
  uses,
} from './title-words.js';

/** A title in Chinese and English; `name` is the subject of the claim, without 一种 and what follows 及. */
export interface Title {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

type Pattern = (object: TitleWord, random: Random) => { name: string; tail: string; en: string };

const part = (random: Random): TitleWord => {
  const doing = random.one(doings);
  const thing = random.one(things);
  return { zh: doing.zh + thing.zh, en: `${doing.en} ${thing.en}` };
};

/** One quality or, as often, two. */
function qualified(words: readonly TitleWord[], random: Random): TitleWord {
  const one = random.one(words);
  const other = random.one(words);
  return one === other || random.chance(0.5) ? one : { zh: one.zh + other.zh, en: `${one.en} ${other.en}` };
}

const devices: readonly Pattern[] = [
  ({ zh, en }, random) => {
    const [quality, aim] = [qualified(qualities, random), random.one(aims)];
    return { name: `便于${aim.zh}的${quality.zh}${zh}`, tail: '', en: `${quality.en} ${en} convenient for ${aim.en}` };
  },
  ({ zh, en }, random) => {
    const [quality, use] = [qualified(qualities, random), random.one(uses)];
    return { name: `${use.zh}用${quality.zh}${zh}`, tail: '', en: `${quality.en} ${en} for ${use.en}` };
  },
  ({ zh, en }, random) => {
    const [quality, own] = [random.one(qualities), part(random)];
    return { name: `带有${own.zh}的${quality.zh}${zh}`, tail: '', en: `${quality.en} ${en} with ${own.en}` };
  },
  ({ zh, en }, random) => {
    const [aim, own] = [random.one(aims), part(random)];
    return { name: `具有${aim.zh}功能和${own.zh}的${zh}`, tail: '', en: `${en} with ${aim.en} function and ${own.en}` };
  },
  ({ zh, en }, random) => {
    const [own, use] = [part(random), random.one(uses)];
    return { name: `用于${use.zh}的${zh}${own.zh}`, tail: '', en: `${own.en} of ${en} for ${use.en}` };
  },
];

const methods: readonly Pattern[] = [
  ({ zh, en }, random) => {
    const [base, use] = [random.one(bases), random.one(uses)];
    return {
      name: `基于${base.zh}的${use.zh}${zh}方法`,
      tail: '及系统',
      en: `${en} method and system for ${use.en} based on ${base.en}`,
    };
  },
  ({ zh, en }, random) => {
    const [base, quality] = [random.one(bases), qualified(methodQualities, random)];
    return {
      name: `结合${base.zh}的${quality.zh}${zh}方法`,
      tail: '',
      en: `${quality.en} ${en} method combining ${base.en}`,
    };
  },
  ({ zh, en }, random) => {
    const [base, use] = [random.one(bases), random.one(uses)];
    const quality = random.one(methodQualities);
    return {
      name: `面向${use.zh}和${base.zh}的${quality.zh}${zh}方法`,
      tail: '',
      en: `${quality.en} ${en} method oriented to ${use.en} and ${base.en}`,
    };
  },
  ({ zh, en }, random) => {
    const [base, quality] = [random.one(bases), random.one(methodQualities)];
    return {
      name: `基于${base.zh}的${quality.zh}${zh}方法`,
      tail: '、装置及存储介质',
      en: `${quality.en} ${en} method and device based on ${base.en} with storage medium`,
    };
  },
];

const matters: readonly Pattern[] = [
  ({ zh, en }, random) => {
    const [quality, use] = [qualified(substanceQualities, random), random.one(uses)];
    return {
      name: `用于${use.zh}的${quality.zh}${zh}`,
      tail: '及其制备方法',
      en: `${quality.en} ${en} for ${use.en} and preparation method thereof`,
    };
  },
  ({ zh, en }, random) => {
    const [quality, addition] = [qualified(substanceQualities, random), random.one(additions)];
    return {
      name: `含${addition.zh}的${quality.zh}${zh}`,
      tail: '及其应用',
      en: `${quality.en} ${en} containing ${addition.en} and application thereof`,
    };
  },
  ({ zh, en }, random) => {
    const [quality, addition] = [qualified(substanceQualities, random), random.one(additions)];
    return {
      name: `${addition.zh}改性${quality.zh}${zh}`,
      tail: '及制备工艺',
      en: `${quality.en} ${en} modified by ${addition.en} and preparation process`,
    };
  },
];

const patterns: Readonly<Record<TitleStyle, readonly Pattern[]>> = {
  device: devices,
  method: methods,
  matter: matters,
};

/** The title of an invention or utility model. A utility model protects a thing, whatever its field. */
export function writeTitle(kind: OfficeKind, style: TitleStyle, object: string, random: Random): Title {
  const thing = kind === 'utility_model' && style !== 'device';
  const english = englishObject(object) ?? object;
  const spoken = thing ? { zh: `${object}装置`, en: `${english} device` } : { zh: object, en: english };
  const { name, tail, en } = random.one(patterns[thing ? 'device' : style])(spoken, random);
  const withUse = kind === 'invention' && style === 'device' && random.chance(0.35);
  return {
    name,
    zh: `一种${name}${withUse ? '及其使用方法' : tail}`,
    en: capital(withUse ? `${en} and using method thereof` : en),
  };
}

/** The title of a design: the article with a note. */
export function writeDesignTitle(object: string, random: Random): Title {
  const english = englishObject(object) ?? object;
  const draw = random.fraction();
  if (draw < 0.45) {
    const quality = random.one(methodQualities);
    return { name: object, zh: `${object}（${quality.zh}）`, en: capital(`${english} (${quality.en})`) };
  }
  if (draw < 0.7) {
    const number = random.between(2, 99);
    return { name: object, zh: `${object}（${number}号）`, en: capital(`${english} (No. ${number})`) };
  }
  return { name: object, zh: object, en: capital(english) };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
