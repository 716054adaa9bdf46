import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GraphNode } from '#shared/graph/graph.ts';
import { checkName } from '#renderer/inspector/checkName.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';

/** The layer's name in the model. A name that cannot be is shown with its reason, and the old one stays. */
export function NameField({
  node,
  isDisabled,
}: {
  readonly node: GraphNode;
  readonly isDisabled: boolean;
}): ReactNode {
  const { t } = useTranslation('inspector');
  const nodes = useStrata((state) => state.sheet.graph.nodes);
  const edit = useStrata((state) => state.edit);
  const [draft, setDraft] = useState<{ readonly text: string; readonly basis: string } | null>(
    null,
  );
  const id = useId();
  const current = draft !== null && draft.basis === node.name ? draft : null;
  const text = current?.text ?? node.name;
  const error = current === null ? null : checkName(text, node, nodes);
  return (
    <div data-param="name">
      <Field
        label={t('name')}
        htmlFor={id}
        helpId={`${id}-help`}
        error={error === null ? null : t(`nameErrors.${error}`, { name: text })}
      >
        <TextBox
          id={id}
          label={t('name')}
          value={text}
          isDisabled={isDisabled}
          isInvalid={error !== null}
          describedBy={`${id}-help`}
          onType={(typed) => {
            if (checkName(typed, node, nodes) === null) {
              setDraft({ text: typed, basis: typed });
              edit(
                { type: 'renameNode', node: node.id, name: typed },
                { merge: `name ${node.id}` },
              );
            } else {
              setDraft({ text: typed, basis: node.name });
            }
          }}
          onLeave={() => {
            setDraft(null);
          }}
        />
      </Field>
    </div>
  );
}
