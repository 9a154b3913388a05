export { readCondition, readDateExpression } from './read-condition.js';
export { SheetMap } from './sheet-map.js';
export { YamlSheet } from './yaml-sheet.js';
