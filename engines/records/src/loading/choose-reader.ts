import { type CoverageEntry, type Day, datasets, UserFault } from '@zhiheng/vocabulary';
import type { AddressReader } from '../places/address-reader.js';
import type { ByteSource } from '../reading/byte-source.js';
import { coverageOf, type Mapping, readCovers } from '../reading/mapping.js';
import { isRefused, type ReadFormat, recogniseFormat, refuseFormat } from '../reading/recognise-format.js';
import type { ReadItem } from '../reading/record.js';
import { readTable } from '../reading/table/read-table.js';
import { readUspto } from '../reading/uspto/read-uspto.js';
import { usptoCoverage } from '../reading/uspto/uspto-coverage.js';
import type { LoadRequest } from './load-request.js';

/** A reader chosen for one file. */
export interface ChosenReader {
  readonly format: ReadFormat;
  read(source: ByteSource): AsyncIterable<ReadItem[]>;
  /** What the file can tell; complete when all of it was read. */
  coverage(): CoverageEntry[];
}

interface ReaderGround {
  readonly request: LoadRequest;
  readonly mapping: Mapping | null;
  readonly addresses: AddressReader;
}

const formats: readonly ReadFormat[] = ['uspto', 'table'];

/**
 * Finds the reader of a file by its content, or by the format that was named. Throws `file-empty`, `format-unknown`,
 * `format-refused`, `mapping-missing`.
 */
export function chooseReader(head: Buffer, path: string, ground: ReaderGround): ChosenReader {
  if (head.length === 0)
    throw new UserFault('file-empty', { place: { path, byte: 0 }, expected: 'at least one record' });
  const format = formatOf(head, path, ground.request.format);
  return format === 'uspto' ? usptoReader(path, ground) : tableReader(path, ground);
}

function formatOf(head: Buffer, path: string, named: string | undefined): ReadFormat {
  if (named !== undefined) {
    const known = formats.find((format) => format === named);
    if (known === undefined) {
      throw new UserFault('format-unknown', {
        place: { path, field: 'format' },
        found: named,
        expected: formats.join(', '),
      });
    }
    return known;
  }
  const found = recogniseFormat(head);
  if (found === null) throw new UserFault('format-unknown', { place: { path, byte: 0 }, expected: formats.join(', ') });
  if (isRefused(found)) throw refuseFormat(found, path);
  return found;
}

function usptoReader(path: string, { request }: ReaderGround): ChosenReader {
  const grantedOn = { real: new Set<Day | null>(), synthetic: new Set<Day | null>() };
  return {
    format: 'uspto',
    async *read(source) {
      for await (const items of readUspto(source, { file: path, keepComplete: request.keepComplete })) {
        for (const item of items) {
          if (item.type === 'record' && !('group' in item.record))
            grantedOn[item.record.dataset].add(item.record.grantedOn);
        }
        yield items;
      }
    },
    coverage: () =>
      datasets
        .filter((dataset) => grantedOn[dataset].size > 0)
        .flatMap((dataset) => [
          ...usptoCoverage({ grantedOn: grantedOn[dataset], dataset, source: path }),
          ...statedCoverage(request, { office: 'US', dataset }),
        ]),
  };
}

function tableReader(path: string, { request, mapping, addresses }: ReaderGround): ChosenReader {
  if (mapping === null) {
    throw new UserFault('mapping-missing', {
      place: { path },
      found: 'a table',
      expected: 'a mapping (--mapping FILE.yaml)',
    });
  }
  const { office = 'CN', dataset = 'real' } = mapping.defaults;
  const scope = { office, dataset: dataset === 'synthetic' ? ('synthetic' as const) : ('real' as const) };
  return {
    format: 'table',
    read: (source) => readTable(source, mapping, { places: addresses, file: path, keepComplete: request.keepComplete }),
    coverage: () =>
      request.covers !== undefined || mapping.covers === null
        ? statedCoverage(request, scope)
        : coverageOf(mapping.covers, { ...scope, source: request.mapping?.path ?? path }),
  };
}

/** What the person who loads says of the files, with `--covers`. */
function statedCoverage(
  request: LoadRequest,
  scope: { office: string; dataset: 'real' | 'synthetic' },
): CoverageEntry[] {
  if (request.covers === undefined) return [];
  return coverageOf(readCovers(request.covers.text, request.covers.path), { ...scope, source: request.covers.path });
}
