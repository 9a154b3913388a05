import { isKind, kindNames } from './kind.js';
import type { LocalizedText } from './language.js';

const named = (hans: string, hant: string, en: string): LocalizedText => ({ 'zh-Hans': hans, 'zh-Hant': hant, en });

/** Kinds of deeds and of marks, as canonical records have them; patents have `kindNames`. */
const otherKinds: Readonly<Record<string, LocalizedText>> = {
  assignment: named('转移', '轉移', 'Transfer'),
  security_interest: named('质押', '質押', 'Pledge'),
  release: named('质押注销', '質押註銷', 'Release of a pledge'),
  licence: named('实施许可', '實施許可', 'Licence'),
  open_licence: named('开放许可', '開放許可', 'Open licence'),
  merger: named('合并', '合併', 'Merger'),
  name_change: named('更名', '更名', 'Change of name'),
  trademark: named('商品商标', '商品商標', 'Trademark'),
  service_mark: named('服务商标', '服務商標', 'Service mark'),
  collective: named('集体商标', '集體商標', 'Collective mark'),
  certification: named('证明商标', '證明商標', 'Certification mark'),
};

/** What the kind of a patent, a mark or a deed is called; null for a word of a source that has no name here. */
export function recordKindName(kind: string): LocalizedText | null {
  if (isKind(kind)) return kindNames[kind];
  return Object.hasOwn(otherKinds, kind) ? (otherKinds[kind] ?? null) : null;
}
