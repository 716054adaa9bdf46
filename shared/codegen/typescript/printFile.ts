import {
  type Layout,
  group,
  ifBroken,
  indent,
  join,
  line,
  render,
} from '#shared/codegen/layout.ts';
import { typescriptSyntax } from '#shared/codegen/typescript/typescriptSyntax.ts';

/** A layout as TypeScript text. */
export function format(layout: Layout): string {
  return render(layout, typescriptSyntax.width, typescriptSyntax.step).text;
}

/** `import { a, type B } from './file.ts';`, broken where it is too long. */
export function importLine(names: readonly string[], from: string): string {
  const list = [indent([line, join([',', line], names)]), ifBroken(','), line];
  return format(group(['import {', list, `} from '${from}';`])).trimEnd();
}

/** Node's own modules first, then packages, then files, each by its name; equal ones once. */
export function sortImports(imports: readonly string[]): string[] {
  const source = (text: string) => /from '([^']+)'/u.exec(text)?.[1] ?? '';
  const rank = (name: string) => (name.startsWith('node:') ? 0 : name.startsWith('./') ? 2 : 1);
  return [...new Set(imports)].sort((left, right) => {
    const [a, b] = [source(left), source(right)];
    return rank(a) - rank(b) || (a < b ? -1 : 1);
  });
}
