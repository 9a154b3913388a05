export { type ListedFault, listFaults } from './list-faults.js';
export { noteWithin, readCondition, readDateExpression, readParsed } from './read-condition.js';
export type { SheetFault } from './sheet.js';
export { type NotedList, SheetMap } from './sheet-map.js';
export { YamlSheet } from './yaml-sheet.js';
