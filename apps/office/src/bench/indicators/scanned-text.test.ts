import { isComputed, readDefinitions } from '@zhiheng/indicators';
import { describe, expect, it } from 'vitest';
import { shippedDefinitions } from '../../office-paths.js';
import { columnsRead } from './column-scan.js';
import { scannedText } from './scanned-text.js';

describe('the columns that definitions of the catalogue are computed from', () => {
  const definitions = readDefinitions(shippedDefinitions);
  const readBy = (id: string) => {
    const definition = definitions.find((one) => one.id === id);
    if (definition === undefined || !isComputed(definition)) throw new Error(`${id} is not computed`);
    return columnsRead([scannedText(definition)]);
  };

  it('are those of its conditions, dates, events, tables and holders', () => {
    expect(readBy('invention-pendency')).toEqual({
      patents: ['dataset', 'id', 'kind', 'office'],
      patent_holders: ['area', 'id', 'position'],
      patent_states: ['closed_on', 'examination_requested_on', 'id'],
    });
    expect(readBy('first-applicants')).toMatchObject({
      patents: ['dataset', 'filed_on', 'id', 'kind', 'office'],
      patent_holders: ['area', 'country', 'credit_code', 'id', 'name', 'position'],
      party_names: ['key', 'party'],
    });
    expect(readBy('patents-in-force-by-owner')).toMatchObject({
      patent_owners: ['area', 'from_on', 'id', 'position', 'stage', 'to_on'],
    });
    // Kept in force, the ten years, tables with words, events with their deeds.
    expect(readBy('high-value-inventions-in-force')).toMatchObject({
      patents: ['dataset', 'filed_on', 'id', 'kind', 'office'],
      patent_states: ['ceased_on', 'granted_on', 'id'],
      patent_texts: ['abstract', 'id', 'title'],
      patent_classes: ['id', 'scheme', 'symbol'],
      patent_events: ['event', 'event_on', 'id', 'patent', 'reference'],
    });
    expect(readBy('patent-applications-deducted')).toMatchObject({ patent_decisions: ['deducted_on', 'id'] });
  });

  it('are told for every definition that is computed', () => {
    for (const definition of definitions.filter(isComputed)) {
      const tables = columnsRead([scannedText(definition)]);
      expect(Object.values(tables).flat().length, definition.id).toBeGreaterThan(7);
    }
  });
});
