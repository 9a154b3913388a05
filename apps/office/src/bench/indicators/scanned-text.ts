import type { ComputedDefinition, StockCondition } from '@zhiheng/indicators';

/** What a definition computes, in the lines that `columnsRead` looks at: its names and its prose are no part of it. */
export function scannedText(definition: ComputedDefinition): string {
  const { where, attribution, breakdowns } = definition;
  const conditions = definition.kind === 'stock' ? definition.conditions : [];
  const wheres = [where, ...conditions.flatMap((one) => [one.where, one.events?.where]).filter((one) => one != null)];
  return [
    `table: ${definition.table}`,
    ...wheres.map((one) => `where: ${oneLine(one)}`),
    `attribution: { holder: ${attribution.holder}, at: ${attribution.at} }`,
    `breakdowns: ${JSON.stringify(breakdowns)}`,
    ...linesOfKind(definition),
    ...conditions.flatMap(linesOfCondition),
  ].join('\n');
}

function linesOfKind(definition: ComputedDefinition): string[] {
  switch (definition.kind) {
    case 'flow':
      return [`date: ${definition.date}`, `count: ${definition.count}`];
    case 'stock':
      return [`starts: ${definition.starts}`, `ends: ${definition.ends}`, `count: ${definition.count}`];
    case 'duration':
      return [`clock: ${JSON.stringify(definition.clock)}`];
    case 'distribution':
      return [`date: ${definition.date}`, `count: ${definition.column}`];
  }
}

function linesOfCondition({ dates, events }: StockCondition): string[] {
  return [
    ...(dates === null ? [] : [`    dates: ${oneLine(JSON.stringify(dates))}`]),
    ...(events === null ? [] : [`    events: ${oneLine(JSON.stringify(events))}`]),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
