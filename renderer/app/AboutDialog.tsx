import { Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { Logo } from '#renderer/ui/Logo.tsx';

/** Name, version, license. */
export function AboutDialog() {
  const { t } = useTranslation('app');
  const info = useStrata((state) => state.hostInfo);
  const close = useStrata((state) => state.closeDialog);
  return (
    <Modal
      opened
      onClose={close}
      title={t('about.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={420}
    >
      <Group gap={14} align="flex-start" wrap="nowrap">
        <Logo sizePx={40} />
        <Stack gap={6}>
          <Text fw={600} size="xl">
            Strata {info?.version}
          </Text>
          <Text size="md" c="var(--text2)">
            {t('about.text')}
          </Text>
          <Text size="sm" c="var(--text3)">
            {t('about.license')}
          </Text>
        </Stack>
      </Group>
    </Modal>
  );
}
