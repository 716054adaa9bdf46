import { Button } from '@mantine/core';
import { BookMarked, LogIn, Ungroup } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { dissolveSelectedBlock, openBlock } from '#renderer/parts/blocks/blockActions.ts';
import { countUses } from '#shared/document/blocks/countUses.ts';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './inspector.module.css';

const own = '';

/** An instance of a block: the block's name, its inside, and whose weights it uses. */
export function InstanceSection({
  node,
  block,
}: {
  readonly node: GraphNode;
  readonly block: Block;
}): ReactNode {
  const { t } = useTranslation('inspector');
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const nodes = useStrata((state) => state.sheet.graph.nodes);
  const uses = useStrata((state) => countUses(state.document, block.id));
  const saved = useStrata((state) => state.savedBlocks.find((each) => each.block.id === block.id));
  const saveBlock = useStrata((state) => state.saveBlock);
  const deleteBlock = useStrata((state) => state.deleteBlock);
  const isSaved = saved !== undefined;
  const isChanged = isSaved && JSON.stringify(saved.block) !== JSON.stringify(block);
  const id = useId();
  const others = nodes.filter(
    (each) =>
      each.id !== node.id && each.block === block.id && each.sharesWeightsWith === undefined,
  );
  return (
    <Section
      title={t('block.title')}
      note={uses > 1 ? t('block.uses', { count: uses }) : undefined}
    >
      <Field label={t('block.name')} htmlFor={id} helpId={`${id}-help`} error={null}>
        <TextBox
          id={id}
          label={t('block.name')}
          value={block.name}
          isDisabled={isReadOnly}
          isInvalid={false}
          describedBy={`${id}-help`}
          onType={(name) => {
            if (name.trim() === '') return;
            edit({ type: 'renameBlock', id: block.id, name }, { merge: `block name ${block.id}` });
          }}
          onLeave={() => undefined}
        />
      </Field>
      {(others.length > 0 || node.sharesWeightsWith !== undefined) && (
        <Field label={t('block.weights')} htmlFor={`${id}-weights`} helpId={`${id}-w`} error={null}>
          <Dropdown
            id={`${id}-weights`}
            label={t('block.weights')}
            value={node.sharesWeightsWith ?? own}
            options={[
              { value: own, label: t('block.ownWeights') },
              ...others.map((each) => ({
                value: each.id,
                label: t('block.weightsOf', { name: each.name }),
              })),
            ]}
            isDisabled={isReadOnly}
            onChange={(value) => {
              const owner = value === own ? null : (value as NodeId);
              edit({ type: 'setSharing', node: node.id, with: owner });
            }}
          />
        </Field>
      )}
      <div className={styles.blockButtons}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<BookMarked size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            void (isSaved && !isChanged ? deleteBlock(block.id) : saveBlock(block.id));
          }}
        >
          {t(isChanged || !isSaved ? 'block.save' : 'block.unsave')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<LogIn size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            openBlock(node.id);
          }}
        >
          {t('block.open')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Ungroup size={14} strokeWidth={1.75} aria-hidden />}
          disabled={isReadOnly}
          onClick={dissolveSelectedBlock}
        >
          {t('block.dissolve')}
        </Button>
      </div>
    </Section>
  );
}
