import { languages } from '@zhiheng/vocabulary';
import { Type } from 'typebox';

/** The language in which a file says the names of codes; left out: it has no column of them. */
export const fileLanguage = Type.Optional(
  Type.Enum(languages, { description: 'adds the column `named`: the breakdown with the names of its codes' }),
);
