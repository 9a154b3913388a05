import ts from 'typescript';

export interface CodeUses {
  /** First arguments of `new UserFault(…)` that are written out. */
  readonly thrown: ReadonlySet<string>;
  /** Every text literal, and every quoted word in a template (SQL): a code can also be handed on, as those of quarantine are. */
  readonly literals: ReadonlySet<string>;
}

/** Reads which codes a source text throws or names. */
export function codeUses(path: string, text: string): CodeUses {
  const thrown = new Set<string>();
  const literals = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (ts.isTemplateLiteralToken(node)) for (const word of quotedWords(node.text)) literals.add(word);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'UserFault') {
      const [code] = node.arguments ?? [];
      if (code !== undefined && ts.isStringLiteralLike(code)) thrown.add(code.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return { thrown, literals };
}

function quotedWords(text: string): string[] {
  return [...text.matchAll(/'([a-z-]+)'/g)].map(([, word = '']) => word);
}
