import { type AreaDirectory, type LocalizedText, languages } from '@zhiheng/vocabulary';
import type { NamedArea } from './answers-deciding.js';

/** Lines of the list of areas that stand for no place. */
const placeholder = /^(?:市辖区|县|.*直辖县级行政区划)$/;

/** An area with its name behind those of the city and province it lies in: 江苏 南京市 鼓楼区. */
export function namedArea(directory: AreaDirectory, code: string): NamedArea {
  if (!directory.has(code)) return { area: code, names: { 'zh-Hans': code, 'zh-Hant': code, en: code } };
  const steps = /^\d{6}$/.test(code)
    ? directory
        .lineage(code)
        .filter((one) => /^\d{6}$/.test(one) && directory.has(one))
        .toReversed()
    : [code];
  const shown = steps.filter((one) => one === code || !placeholder.test(directory.name(one, 'zh-Hans')));
  const names = Object.fromEntries(
    languages.map((language) => [language, shown.map((one) => directory.name(one, language)).join(' ')]),
  );
  return { area: code, names: names as unknown as LocalizedText };
}
