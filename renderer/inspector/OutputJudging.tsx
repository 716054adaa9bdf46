import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeId } from '#shared/graph/graph.ts';
import { InputBinding } from '#renderer/inspector/InputBinding.tsx';
import { OutputTrainingForm } from '#renderer/parts/trainingForms/OutputTrainingForm.tsx';
import { Section } from '#renderer/ui/Section.tsx';

/** An output node: what it is compared with, by which loss, and what else is measured. */
export function OutputJudging({
  id,
  isExplained,
}: {
  readonly id: NodeId;
  readonly isExplained: boolean;
}): ReactNode {
  const { t } = useTranslation('inspector');
  return (
    <>
      <InputBinding id={id} role="outputs" />
      <Section title={t('judging')}>
        <OutputTrainingForm id={id} isExplained={isExplained} />
      </Section>
    </>
  );
}
