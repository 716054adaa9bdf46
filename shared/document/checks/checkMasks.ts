import type { Check } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { NodeFacts } from '#shared/graph/inferGraph.ts';
import { edgesInto } from '#shared/graph/queries.ts';

/** A mask on its way: the node that made it, and whether it still fits the sequence. */
interface Mask {
  readonly maker: NodeFacts;
  readonly isWhole: boolean;
}

/**
 * Masks that are of no use, or that tfjs cannot carry to where they are used. While a model has a mask, tfjs hands the
 * latest one to every layer that can use one, whether it belongs there or not; so all of them must have one of their own.
 */
export const checkMasks: Check = (context) => {
  const masks = new Map<NodeId, Mask>();
  const users: { readonly facts: NodeFacts; readonly given: Mask | undefined }[] = [];
  const missing: { readonly facts: NodeFacts; readonly given: Mask }[] = [];
  const makers: NodeFacts[] = [];
  for (const id of context.facts.order) {
    const facts = context.facts.nodes.get(id);
    const edges = edgesInto(context.document.graph, id);
    const use = facts?.layer?.mask?.(facts.params, edges.length) ?? null;
    if (facts === undefined || use === null) continue;
    const given = edges
      .filter((edge) => edge.from.port === 0)
      .flatMap((edge) => masks.get(edge.from.node) ?? [])[0];
    if (use === 'makes') {
      makers.push(facts);
      masks.set(id, { maker: facts, isWhole: true });
    } else if (given !== undefined && use !== 'uses' && use !== 'fails' && use !== 'misses') {
      masks.set(id, { ...given, isWhole: given.isWhole && use !== 'spoils' });
    }
    if (use === 'uses' || use === 'usesAndKeeps' || use === 'fails') users.push({ facts, given });
    if (use === 'misses' && given !== undefined) missing.push({ facts, given });
  }
  const [first] = makers;
  if (first === undefined) return [];
  const off = withoutMasks(makers.map(({ node }) => node));
  const wrong = users.filter(({ facts, given }) => isFailing(facts) || given?.isWhole !== true);
  const problems = wrong.map(({ facts, given }) =>
    found(
      'error',
      isFailing(facts) ? 'document.maskFails' : 'document.maskMissing',
      { node: facts.node.id },
      { node: facts.node.name, maker: (given?.maker ?? first).node.name },
      [...(isFailing(facts) ? [asActivation(facts)] : []), off],
    ),
  );
  const used = new Set(users.map(({ given }) => given?.maker));
  const unheard = missing.map(({ facts, given }) =>
    found(
      'error',
      'document.maskMissed',
      { node: facts.node.id },
      { node: facts.node.name, maker: given.maker.node.name },
      [withoutMasks([given.maker.node])],
    ),
  );
  const isWrong = wrong.length > 0 || missing.length > 0;
  const idle = makers.filter((maker) => !isWrong && !used.has(maker));
  return [
    ...problems,
    ...unheard,
    ...idle.map(({ node }) =>
      found(
        'warning',
        'document.maskUnused',
        isSwitched(node) ? { node: node.id, param: 'maskZero' } : { node: node.id },
        { node: node.name },
        [withoutMasks([node])],
      ),
    ),
  ];
};

function isFailing({ layer, params }: NodeFacts): boolean {
  return layer?.mask?.(params, 1) === 'fails';
}

/** Whether marking can be switched off; else the layer does nothing but mark. */
function isSwitched({ params }: GraphNode): boolean {
  return 'maskZero' in params;
}

function withoutMasks(nodes: readonly GraphNode[]): Fix {
  const switched = nodes.filter(isSwitched);
  const others = nodes.filter((node) => !isSwitched(node));
  const named = (some: readonly GraphNode[], separator: string) =>
    some.map(({ name }) => name).join(separator);
  const title = {
    en: [
      ...(switched.length > 0 ? [`Turn maskZero of ${named(switched, ', ')} off`] : []),
      ...(others.length > 0 ? [`Remove ${named(others, ', ')}`] : []),
    ].join('. '),
    'zh-CN': [
      ...(switched.length > 0 ? [`关闭 ${named(switched, '、')} 的 maskZero`] : []),
      ...(others.length > 0 ? [`移除 ${named(others, '、')}`] : []),
    ].join('，'),
  };
  const edits = [
    ...switched.map(
      ({ id }) => ({ type: 'setParams', node: id, params: { maskZero: false } }) as const,
    ),
    ...(others.length > 0
      ? [{ type: 'removeNodes', ids: others.map(({ id }) => id), bridge: true } as const]
      : []),
  ];
  return { title, edit: { type: 'batch', label: title, edits } };
}

/** The same function as a layer that takes no notice of masks. */
function asActivation({ node }: NodeFacts): Fix {
  return {
    title: {
      en: `Replace ${node.name} with an Activation`,
      'zh-CN': `把 ${node.name} 换成 Activation`,
    },
    edit: {
      type: 'replaceNode',
      node: node.id,
      kind: 'activation',
      params: { activation: node.kind },
    },
  };
}
