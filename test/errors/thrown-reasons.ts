import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** Words for whoever mends this program: they stay as they are. */
const unspokenCodes = ['internal', 'ipc.badRequest'];
/** The command line and what it alone starts: they speak English. */
const unspokenFiles = /^src-main\/(cli\/|virtual\/serve\/board-pty\.ts$)/;

const files = ['src-shared', 'src-main'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

/** Only our own files, without libraries: the types asked for are our own unions of phrases. */
function readSources(): ts.Program {
  const options: ts.CompilerOptions = { noLib: true, types: [], strict: true, target: ts.ScriptTarget.ESNext };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) => {
      const place = resolve(dirname(from), text);
      const found = [`${place}.ts`, join(place, 'index.ts')].find(
        (file) => text.startsWith('.') && ts.sys.fileExists(file),
      );
      return {
        resolvedModule:
          found === undefined
            ? undefined
            : { resolvedFileName: found, extension: '.ts', isExternalLibraryImport: false },
      };
    });
  return ts.createProgram(files, options, host);
}

/**
 * Every phrase that can become the `reason` or `meaning` of an error, with `{}` where a value goes, and where it
 * is made into one. Follows constants, tables, unions, functions and the arguments of functions.
 */
export function thrownReasons(): Map<string, string> {
  const program = readSources();
  const checker = program.getTypeChecker();
  const found = new Map<string, string>();
  const calls = new Map<string, ts.CallExpression[]>();
  const facts: ts.Expression[] = [];

  for (const file of program.getSourceFiles()) {
    visit(file, (node) => {
      if (ts.isCallExpression(node)) calls.set(calledName(node), [...(calls.get(calledName(node)) ?? []), node]);
      if (ts.isNewExpression(node) && node.expression.getText() === 'AppError') facts.push(...factsOf(node));
    });
  }
  for (const fact of facts) follow(fact, new Set());
  return found;

  function follow(node: ts.Expression, seen: Set<ts.Node>): void {
    if (seen.has(node)) return;
    seen.add(node);
    for (const phrase of phrasesOf(node)) note(phrase, node);
    for (const source of sourcesOf(node)) follow(source, seen);
  }

  /** What an expression says by itself. */
  function phrasesOf(node: ts.Expression): string[] {
    if (ts.isTemplateExpression(node)) {
      return [node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join('')];
    }
    const type = checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  }

  /** Where its value comes from. */
  function sourcesOf(node: ts.Expression): ts.Expression[] {
    if (ts.isTemplateExpression(node)) {
      // `${place || 'the file'}`: the value may be a phrase itself.
      return node.templateSpans.flatMap(({ expression }) =>
        ts.isBinaryExpression(expression) ? [expression.right] : [],
      );
    }
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
    if (ts.isBinaryExpression(node)) return [node.left, node.right];
    if (ts.isElementAccessExpression(node)) return [node.expression];
    if (ts.isObjectLiteralExpression(node)) {
      return node.properties.flatMap((each) => (ts.isPropertyAssignment(each) ? [each.initializer] : []));
    }
    if (ts.isCallExpression(node)) return returnedBy(checker.getResolvedSignature(node)?.declaration);
    const declared = ts.isIdentifier(node) ? declarationOf(node) : undefined;
    if (declared === undefined) return [];
    if (ts.isVariableDeclaration(declared)) return declared.initializer === undefined ? [] : [declared.initializer];
    return ts.isParameter(declared) ? argumentsFor(declared) : [];
  }

  /** What a parameter is given, wherever its function is called. */
  function argumentsFor(parameter: ts.ParameterDeclaration): ts.Expression[] {
    const made = parameter.parent;
    const index = made.parameters.indexOf(parameter);
    return (calls.get(nameOf(made)) ?? []).flatMap((call) =>
      checker.getResolvedSignature(call)?.declaration === made ? call.arguments.slice(index, index + 1) : [],
    );
  }

  function declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    const symbol = ts.isShorthandPropertyAssignment(name.parent)
      ? checker.getShorthandAssignmentValueSymbol(name.parent)
      : checker.getSymbolAtLocation(name);
    return symbol && (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).valueDeclaration;
  }

  function note(phrase: string, node: ts.Node): void {
    const file = node.getSourceFile();
    const name = file.fileName.replace(`${process.cwd()}/`, '');
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (phrase !== '' && !unspokenFiles.test(name)) found.set(phrase, `${name}:${line}`);
  }
}

function returnedBy(made: ts.Node | undefined): ts.Expression[] {
  const returned: ts.Expression[] = [];
  if (made !== undefined) {
    visit(made, (inner) => {
      if (ts.isReturnStatement(inner) && inner.expression !== undefined) returned.push(inner.expression);
    });
  }
  return returned;
}

/** `throw bad('…')`, `this.fail('…')`: the last part of what is called. */
const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** Of a function, a method, or the constant that holds an arrow function. */
function nameOf(made: ts.SignatureDeclaration): string {
  const holder = made.name === undefined && ts.isVariableDeclaration(made.parent) ? made.parent : made;
  return holder.name?.getText() ?? '';
}

/** The expressions for `reason` and `meaning` in `new AppError(code, { … })`. */
function factsOf(made: ts.NewExpression): ts.Expression[] {
  const [code, facts] = made.arguments ?? [];
  if (facts === undefined || !ts.isObjectLiteralExpression(facts)) return [];
  if (code !== undefined && ts.isStringLiteral(code) && unspokenCodes.includes(code.text)) return [];
  return facts.properties.flatMap((fact) => {
    if (!['reason', 'meaning'].includes(fact.name?.getText() ?? '')) return [];
    if (ts.isShorthandPropertyAssignment(fact)) return [fact.name];
    return ts.isPropertyAssignment(fact) ? [fact.initializer] : [];
  });
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
