import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { NodeFacts } from '#shared/graph/facts.ts';
import { referenceOf } from '#shared/graph/resolveParams.ts';
import { BlockSection } from '#renderer/inspector/BlockSection.tsx';
import { InstanceSection } from '#renderer/inspector/InstanceSection.tsx';
import { NameField } from '#renderer/inspector/NameField.tsx';
import { blockOf } from '#renderer/parts/cards/cardWords.ts';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import type { DocumentProblem } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';

/** Name and parameters of a layer. Typing in one field is one undo step. */
export function LayerForm({
  facts,
  isExplained,
}: {
  readonly facts: NodeFacts;
  readonly isExplained: boolean;
}): ReactNode {
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const problems = useParamProblems(facts.node.id);
  const { node, layer } = facts;
  const block = useStrata((state) => blockOf(facts, state.document.blocks));
  const whole = layer?.params ?? block?.params ?? {};
  // What the enclosing block's instances set is no field of this node.
  const table = Object.fromEntries(
    Object.entries(whole).filter(([name]) => referenceOf(node.params[name] ?? null) === null),
  );
  return (
    <>
      <Section>
        <NameField node={node} isDisabled={isReadOnly} />
        {node.sharesWeightsWith === undefined && (
          <ParamForm
            table={table}
            values={node.params}
            problems={problems}
            isDisabled={isReadOnly}
            isExplained={isExplained}
            onChange={(name, value) => {
              edit(
                { type: 'setParams', node: node.id, params: { [name]: value } },
                { merge: `param ${node.id} ${name}` },
              );
            }}
          />
        )}
      </Section>
      {block !== undefined && <InstanceSection node={node} block={block} />}
      {node.sharesWeightsWith === undefined && <BlockSection facts={facts} table={whole} />}
    </>
  );
}

/** Sentences of the problems that lie in a parameter of this node, by parameter. */
function useParamProblems(id: string): Readonly<Record<string, string>> {
  const problems = useStrata((state) => state.sheet.problems);
  const describe = useDescribe();
  const join = useJoined();
  return useMemo(() => {
    const sentences: Record<string, string> = {};
    for (const problem of problems) {
      const node = problem.place?.node;
      const param = problem.place?.param ?? paramOfFix(problem, id);
      if (node !== id || param === undefined || problem.severity !== 'error') continue;
      const { sentence, remedy } = describe(problem);
      sentences[param] ??= join([sentence, remedy]);
    }
    return sentences;
  }, [problems, id, describe, join]);
}

/** The parameter that the first repair would change, where it changes one of this node's: the problem shows there. */
function paramOfFix({ fixes }: DocumentProblem, id: string): string | undefined {
  const edit = fixes?.[0]?.edit;
  if (edit?.type !== 'setParams' || edit.node !== id) return undefined;
  const [param, ...others] = Object.keys(edit.params);
  return others.length === 0 ? param : undefined;
}
