import type { Day } from '@zhiheng/vocabulary';
import { deedMapping, eventMapping } from './deed-mapping.js';
import { markMapping } from './mark-mapping.js';
import { patentMapping } from './patent-mapping.js';

export interface MappingText {
  readonly name: string;
  readonly text: string;
  /** Whether the mapping is for a file of that name. */
  reads(file: string): boolean;
}

/** The mappings that `load` reads the tables of a synthetic office with. */
export function mappingTexts(from: Day, to: Day): MappingText[] {
  const reads = (pattern: RegExp) => (file: string) => pattern.test(file);
  return [
    {
      name: 'mapping.yaml',
      text: patentMapping(from, to),
      reads: reads(/^synthetic-(?:opening-stock|patents-\d{4})\.csv$/),
    },
    { name: 'mapping-marks.yaml', text: markMapping(from, to), reads: reads(/^synthetic-marks-/) },
    { name: 'mapping-deeds.yaml', text: deedMapping(from, to), reads: reads(/^synthetic-deeds\.csv$/) },
    { name: 'mapping-events.yaml', text: eventMapping(), reads: reads(/^synthetic-events\.csv$/) },
  ];
}
