import type { Check } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import { baseName, freeName } from '#shared/graph/queries.ts';

const longest = 64;
const fine = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Names must be usable as names of layers in code, and no two nodes of a graph may have the same. */
export const checkNames: Check = ({ document }) => {
  const names = new Set(document.graph.nodes.map((node) => node.name));
  const seen = new Map<string, GraphNode>();
  return document.graph.nodes.flatMap((node) => {
    const { name } = node;
    const place = { node: node.id, param: 'name' };
    if (!fine.test(name) || name.length > longest) {
      const better = freeName(names, cleanName(node));
      return [
        found('error', 'document.nameInvalid', place, { name, limit: longest }, [
          rename(node, better),
        ]),
      ];
    }
    const other = seen.get(name);
    seen.set(name, node);
    return other === undefined
      ? []
      : [
          found('error', 'document.nameTwice', place, { name }, [
            rename(node, freeName(names, name.replace(/_\d+$/, ''))),
          ]),
        ];
  });
};

function cleanName(node: GraphNode): string {
  const clean = node.name
    .trim()
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^[^A-Za-z]+/, '')
    .slice(0, longest - 4);
  return clean === '' ? baseName(node.kind) : clean;
}

function rename(node: GraphNode, name: string): Fix {
  return {
    title: { en: `Rename to ${name}`, 'zh-CN': `重命名为 ${name}` },
    edit: { type: 'renameNode', node: node.id, name },
  };
}
