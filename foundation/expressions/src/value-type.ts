/** The types of values; `date` is a calendar day written `YYYY-MM-DD`. */
export type ValueType = 'text' | 'integer' | 'decimal' | 'date' | 'boolean';

/** The columns of one record, by name. */
export type Columns = Readonly<Record<string, ValueType>>;

/** True when values of the two types can stand in one comparison: the same type, or two numbers. */
export function typesAgree(a: ValueType, b: ValueType): boolean {
  return a === b || (isNumeric(a) && isNumeric(b));
}

/** True when `<` means something between values of the type. */
export function hasOrder(type: ValueType): boolean {
  return type !== 'boolean';
}

export function isNumeric(type: ValueType): boolean {
  return type === 'integer' || type === 'decimal';
}
