import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';

/** Asks what to do with unsaved changes before a document is left. */
export function UnsavedDialog() {
  const { t } = useTranslation('app');
  const isAsking = useStrata((state) => state.unsavedQuestion !== null);
  const name = useStrata((state) => state.document.name);
  const answer = useStrata((state) => state.answerUnsaved);
  return (
    <Modal
      opened={isAsking}
      onClose={() => {
        answer('cancel');
      }}
      title={t('unsaved.title', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={440}
    >
      <Text size="md" c="var(--text2)">
        {t('unsaved.text')}
      </Text>
      <Group justify="flex-end" gap={8} mt={20}>
        <Button
          variant="subtle"
          mr="auto"
          onClick={() => {
            answer('discard');
          }}
        >
          {t('unsaved.discard')}
        </Button>
        <Button
          onClick={() => {
            answer('cancel');
          }}
        >
          {t('cancel')}
        </Button>
        <Button
          variant="filled"
          data-autofocus
          onClick={() => {
            answer('save');
          }}
        >
          {t('unsaved.save')}
        </Button>
      </Group>
    </Modal>
  );
}
