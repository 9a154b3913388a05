import { withoutForm } from './company-forms.js';
import { foldedText } from './folded-text.js';

/** A holder's name as it is compared. */
export interface FoldedName {
  /** Without marks and legal form: what two ways of writing one holder share. */
  readonly folded: string;
  /** The same with its legal form: it decides where several holders share `folded`. */
  readonly full: string;
  readonly form: string;
}

/**
 * Folds a holder's name: width, brackets, spaces, marks, case, traditional characters, accents and the legal form of a
 * company. What makes another body of a name stays: a branch (分公司), a hospital of a university, a college, a factory.
 */
export function foldName(name: string): FoldedName {
  const full = foldedText(name);
  const { stem, form } = withoutForm(full);
  return { folded: stem, full, form };
}
