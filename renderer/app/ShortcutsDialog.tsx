import { Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { commands } from '#renderer/app/commands.ts';
import { isApple, keysText } from '#renderer/parts/keys/keys.ts';
import { keysOf } from '#renderer/app/useShortcuts.ts';

/** All shortcuts of this host, from the command table. */
export function ShortcutsDialog() {
  const { t } = useTranslation();
  const close = useStrata((state) => state.closeDialog);
  const onApple = isApple(navigator.platform);
  return (
    <Modal
      opened
      onClose={close}
      title={t('app:shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
      size={480}
    >
      <Table fz={12.5} verticalSpacing={5} tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
        <Table.Tbody>
          {commands
            .filter((command) => keysOf(command).length > 0)
            .map((command) => (
              <Table.Tr key={command.id}>
                <Table.Td>{t(command.title)}</Table.Td>
                <Table.Td ta="right">
                  {keysOf(command).map((keys) => (
                    <Kbd key={keys}>{keysText(keys, onApple)}</Kbd>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
