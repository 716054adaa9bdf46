import { instantiate, templates } from '#shared/document/templates.ts';
import { thumbnail } from '#shared/document/thumbnail.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { TemplateInfo } from '#shared/protocol/types.ts';
import type { Handlers } from '#main/core/context.ts';

/** The gallery. */
export const templateHandlers = {
  listTemplates: () => ok(templates.map(infoOf)),

  createFromTemplate({ template: id }, { locks }, session) {
    const template = templates.find((candidate) => candidate.id === id);
    if (!template) {
      return refuse('core.noTemplate', { id, ids: templates.map((other) => other.id).join(', ') });
    }
    const document = instantiate(template);
    locks.take(document.id, session);
    return ok({ document, path: null, readOnly: null, repairs: [] });
  },
} satisfies Partial<Handlers>;

function infoOf({ id, title, doc, category, document }: (typeof templates)[number]): TemplateInfo {
  const facts = inferGraph(document.graph, document.blocks);
  const { layerCount, parameterCount } = facts.totals;
  return {
    id,
    title,
    doc,
    category,
    layerCount,
    parameterCount,
    thumbnail: thumbnail(document, facts),
  };
}
