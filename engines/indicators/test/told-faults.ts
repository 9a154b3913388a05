import type { DefinitionFault } from '../src/definition-file/check-definition.js';

/** Faults as golden files tell them: place and field, what is wrong, what was found and what would be right. */
export function toldFaults(faults: readonly DefinitionFault[]): string {
  return faults.map(told).join('\n');
}

function told({ file, line, column, field, message, found, expected }: DefinitionFault): string {
  const lines = [
    `${file}:${line}:${column}${field === null ? '' : ` ${field}`}`,
    `  ${message}`,
    ...(found === null ? [] : [`  found: ${found}`]),
    ...(expected === null ? [] : [`  expected: ${expected}`]),
  ];
  return `${lines.join('\n')}\n`;
}
