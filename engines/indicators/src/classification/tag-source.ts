import type { ClassifiedText } from './membership.js';

/** The codes with rules that a table gives a record. */
export type TagSource = (table: string, record: ClassifiedText) => readonly string[];
