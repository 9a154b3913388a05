import { columnSymbol, editionOf, groupSymbol, locarnoSymbol, nationalSymbol } from '../class-symbol.js';
import type { RecordClass } from '../record.js';
import { childrenOf, elementAt, textAt, verbatimText, type XmlElement } from './xml-element.js';

/** The classes of a document: IPC, Locarno, CPC, then the national class, each main symbol first. */
export function classesOf(bibliography: XmlElement): RecordClass[] {
  return [
    ...childrenOf(elementAt(bibliography, 'classifications-ipcr'), 'classification-ipcr').flatMap((element) =>
      groupClass('ipc', 'ipc-version-indicator', element),
    ),
    ...olderClasses(bibliography),
    ...locarnoClasses(bibliography),
    ...['main-cpc', 'further-cpc']
      .flatMap((list) => childrenOf(elementAt(bibliography, 'classifications-cpc', list), 'classification-cpc'))
      .flatMap((element) => groupClass('cpc', 'cpc-version-indicator', element)),
    ...nationalClasses(bibliography),
  ];
}

function groupClass(scheme: string, version: string, element: XmlElement): RecordClass[] {
  const [section, main, subclass] = [textAt(element, 'section'), textAt(element, 'class'), textAt(element, 'subclass')];
  const [mainGroup, subgroup] = [textAt(element, 'main-group'), textAt(element, 'subgroup')];
  if (section === null || main === null || subclass === null) return [];
  const head = `${section}${main}${subclass}`;
  const symbol = mainGroup === null || subgroup === null ? head : groupSymbol(head, mainGroup, subgroup);
  return [{ scheme, edition: editionOf(textAt(element, version, 'date')), symbol }];
}

function olderClasses(bibliography: XmlElement): RecordClass[] {
  const list = elementAt(bibliography, 'classification-ipc');
  const edition = textAt(list, 'edition');
  return mainAndFurther(list).map((given) => ({
    scheme: 'ipc',
    edition: edition === null ? null : edition.replace(/^0+/, ''),
    symbol: columnSymbol(given),
  }));
}

function locarnoClasses(bibliography: XmlElement): RecordClass[] {
  const list = elementAt(bibliography, 'classification-locarno');
  const edition = textAt(list, 'edition');
  return mainAndFurther(list).map((given) => ({ scheme: 'locarno', edition, symbol: locarnoSymbol(given) }));
}

function nationalClasses(bibliography: XmlElement): RecordClass[] {
  return mainAndFurther(elementAt(bibliography, 'classification-national')).map((given) => ({
    scheme: 'uspc',
    edition: null,
    symbol: nationalSymbol(given),
  }));
}

/** The texts as given: these symbols are set in columns, so that spaces at their start count. */
function mainAndFurther(list: XmlElement | null): string[] {
  return ['main-classification', 'further-classification']
    .flatMap((name) => childrenOf(list, name).map(verbatimText))
    .filter((text) => text.trim() !== '');
}
