import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../scripts/workshop/root.mjs';

export interface PublicFunction {
  readonly name: string;
  /** Path in the repository. */
  readonly path: string;
  readonly line: number;
  readonly documented: boolean;
}

/** The functions that packages give out through the given index files, each where it is written. */
export function publicFunctions(indexes: readonly string[]): PublicFunction[] {
  const program = ts.createProgram(
    indexes.map((path) => join(root, path)),
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      types: [],
      noEmit: true,
    },
  );
  const checker = program.getTypeChecker();
  return indexes.flatMap((index) => {
    const source = program.getSourceFile(join(root, index));
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (module === undefined) return [];
    return checker.getExportsOfModule(module).flatMap((symbol) => describeFunction(checker, symbol));
  });
}

function describeFunction(checker: ts.TypeChecker, symbol: ts.Symbol): PublicFunction[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = (target.declarations ?? []).filter(isFunction);
  const [first] = declarations;
  if (first === undefined) return [];
  const source = first.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(first.getStart());
  return [
    {
      name: symbol.name,
      path: source.fileName.slice(root.length + 1),
      line: line + 1,
      documented: declarations.some((declaration) => ts.getJSDocCommentsAndTags(declaration).length > 0),
    },
  ];
}

function isFunction(node: ts.Declaration): boolean {
  if (ts.isFunctionDeclaration(node)) return true;
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return false;
  return ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer);
}
