import { YamlSheet } from '@zhiheng/sheets';
import { readSource } from '../definition-file/read-source.js';
import type { ConcordanceSheet } from './concordance.js';

/** Reads the sheet beside a table. Throws its first fault: `classification-wrong`. */
export function readConcordanceSheet(text: string, file: string, id: string): ConcordanceSheet {
  const yaml = new YamlSheet(text, file, 'classification-wrong');
  const map = yaml.root();
  const read = {
    id: map.text('id'),
    version: map.text('version'),
    status: map.choice('status', ['table', 'slot']),
    names: map.localized('names'),
    origin: readSource(map.map('origin')),
    provisional: map.truth('provisional'),
    ipcEdition: map.text('ipc_edition'),
    settings: {
      partial: map.choice('partial', ['left-out', 'counts']),
      exclude: map.choice('exclude', ['symbols', 'records']),
      positions: map.choice('positions', ['all', 'first']),
      keywords: map.choice('keywords', ['any', 'all']),
      editions: map.choice('editions', ['carried', 'as-written']),
    },
    doubts: map.maps('doubts').map((one) => one.languages()),
  };
  const groups = Object.fromEntries(map.namedMaps('groups').map(([code, names]) => [code, names.languages()]));
  if (read.id !== '' && read.id !== id) {
    map.note('id', { what: 'the id is not the name of its file', found: read.id, expected: id });
  }
  map.close();
  yaml.throwFirst();
  const { text: origin, date, url } = read.origin;
  return { ...read, origin: { text: origin, date, url }, groups };
}
