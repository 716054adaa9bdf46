import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeFacts } from '#shared/graph/facts.ts';
import { edgesInto, nodeById } from '#shared/graph/queries.ts';
import { axisName, compareInputs, type AxisRow } from '#renderer/inspector/compareInputs.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

/** The inputs of a layer that takes several, axis by axis; the axis that keeps them from fitting is marked. */
export function InputsTable({ facts }: { readonly facts: NodeFacts }): ReactNode {
  const { t } = useTranslation('inspector');
  const graph = useStrata((state) => state.sheet.graph);
  const names = edgesInto(graph, facts.node.id)
    .filter((edge) => (facts.inputs[edge.to.port] ?? null) !== null)
    .map((edge) => nodeById(graph, edge.from.node)?.name ?? '');
  const rows = compareInputs(facts.inputs);
  if (rows.length === 0 || names.length < 2) return null;
  const joined = joinedAxis(facts, rows.length);
  const isMarked = (row: AxisRow): boolean =>
    facts.status === 'problem' && !row.isSame && row.axis !== joined;
  return (
    <Section
      title={t('inputs')}
      note={joined === null ? undefined : t('joinsAlong', { axis: joined + 1 })}
    >
      <div className={styles.inputsHost}>
        <table className={styles.inputs}>
          <thead>
            <tr>
              <th />
              {names.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const name = axisName(row.axis, row.rank);
              return (
                <tr key={row.axis} data-differs={isMarked(row) ? 'true' : undefined}>
                  <th scope="row">
                    {name === null ? t('axis', { axis: row.axis + 1 }) : t(`axes.${name}`)}
                  </th>
                  {row.sizes.map((size, index) => (
                    <td key={index} data-differs={row.differs[index] === true ? 'true' : undefined}>
                      {size === undefined ? '–' : (size ?? '?')}
                    </td>
                  ))}
                  <td>
                    {isMarked(row) ? (
                      <X size={14} aria-label={t('differs')} />
                    ) : (
                      <Check size={14} aria-label={t('fits')} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** The axis along which a layer puts its inputs one after another, 0 based without the batch axis; null: none. */
function joinedAxis(facts: NodeFacts, rank: number): number | null {
  const { axis } = facts.params;
  if (typeof axis !== 'number') return null;
  return axis < 0 ? rank + axis : axis - 1;
}
