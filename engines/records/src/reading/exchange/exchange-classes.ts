import { editionOf, groupSymbol } from '../class-symbol.js';
import type { RecordClass } from '../record.js';
import { childrenOf, elementAt, flatText, textAt, verbatimText, type XmlElement } from '../uspto/xml-element.js';

interface Ranked extends RecordClass {
  readonly first: boolean;
}

/** `A61K  31/18        20060101ALI…`, `H04W  84/    20   A I`, ` 7A 61K   9/16   A`, `F02M2700/1358`. */
const symbolForm = /^\s*(?:\d(?=\s*[A-H]))?\s*([A-HY])\s*(\d{2}[A-Z])\s*(?:(\d{1,4})\s*\/\s*(\d{2,6}))?/;

/**
 * The classes of a document: IPC, the IPC of before 2006, then CPC and national ones; of each the first-named invention
 * symbol leads. A symbol that several offices gave counts once.
 */
export function exchangeClasses(bibliography: XmlElement): RecordClass[] {
  const lists = [ipcClasses(bibliography), olderClasses(bibliography), otherClasses(bibliography)];
  const seen = new Set<string>();
  return lists.flatMap(leadingFirst).filter(({ scheme, edition, symbol }) => {
    const key = `${scheme} ${edition ?? ''} ${symbol}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function leadingFirst(list: readonly Ranked[]): RecordClass[] {
  return [...list.filter(({ first }) => first), ...list.filter(({ first }) => !first)].map(
    ({ scheme, edition, symbol }) => ({ scheme, edition, symbol }),
  );
}

function ipcClasses(bibliography: XmlElement): Ranked[] {
  return childrenOf(elementAt(bibliography, 'classifications-ipcr'), 'classification-ipcr').flatMap((element) => {
    const text = elementAt(element, 'text');
    if (text === null) return [];
    const given = verbatimText(text);
    const match = symbolForm.exec(given);
    if (match === null) return [];
    const [, edition, first] = /^\s*(\d{8})?\s*[AC]?([FL ]?)/.exec(given.slice(match[0].length)) ?? [];
    const symbol = joined(match);
    return [{ scheme: 'ipc', edition: editionOf(edition ?? null), symbol, first: first === 'F' }];
  });
}

function olderClasses(bibliography: XmlElement): Ranked[] {
  const list = elementAt(bibliography, 'classification-ipc');
  const edition = textAt(list, 'edition')?.replace(/^0+/, '') ?? null;
  return ['main-classification', 'further-classification', 'text']
    .flatMap((name) => childrenOf(list, name).map(verbatimText))
    .flatMap((given) => {
      const match = symbolForm.exec(given);
      return match === null ? [] : [{ scheme: 'ipc', edition, symbol: joined(match), first: false }];
    });
}

function otherClasses(bibliography: XmlElement): Ranked[] {
  const list = childrenOf(elementAt(bibliography, 'patent-classifications'), 'patent-classification');
  const ranked = list.flatMap((element): Ranked[] => {
    const scheme = elementAt(element, 'classification-scheme');
    const given = scheme?.attributes.scheme?.toUpperCase() ?? '';
    const symbol = symbolOf(element);
    if (given === '' || symbol === null) return [];
    return [
      {
        scheme: schemeName(given),
        edition: editionOf(textAt(scheme, 'date')),
        symbol,
        first: textAt(element, 'symbol-position') === 'F',
      },
    ];
  });
  const isCpc = ({ scheme }: Ranked) => scheme === 'cpc';
  return [...ranked.filter(isCpc), ...ranked.filter((one) => !isCpc(one))];
}

/** `CPCI`, `CPCNO` are CPC symbols that different offices gave; `UC` are US national classes. */
function schemeName(given: string): string {
  if (given.startsWith('CPC')) return 'cpc';
  return given === 'UC' ? 'uspc' : given.toLowerCase();
}

function symbolOf(element: XmlElement): string | null {
  const whole = elementAt(element, 'classification-symbol');
  if (whole !== null) {
    const match = symbolForm.exec(verbatimText(whole));
    return match === null ? flatText(whole) : joined(match);
  }
  const [section, main, subclass] = [textAt(element, 'section'), textAt(element, 'class'), textAt(element, 'subclass')];
  if (section === null || main === null || subclass === null) return null;
  const [mainGroup, subgroup] = [textAt(element, 'main-group'), textAt(element, 'subgroup')];
  const head = `${section}${main}${subclass}`;
  return mainGroup === null || subgroup === null ? head : groupSymbol(head, mainGroup, subgroup);
}

function joined([, section = '', rest = '', mainGroup, subgroup]: RegExpExecArray): string {
  const head = `${section}${rest}`;
  return mainGroup === undefined || subgroup === undefined ? head : groupSymbol(head, mainGroup, subgroup);
}
