import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PickOptions } from '#shared/protocol/host.ts';
import { registerPathPicker } from '#renderer/host/pathPicker.ts';
import { FolderView } from '#renderer/app/FolderView.tsx';
import { useFocusReturn } from '#renderer/app/useFocusReturn.ts';

interface Question {
  readonly options: PickOptions;
  readonly answer: (path: string | null) => void;
}

/** The page's own file dialog, for hosts that have none: shows the folders that the program allows. */
export function FileBrowser() {
  const { t } = useTranslation('app');
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(
    () =>
      registerPathPicker(
        (options) =>
          new Promise((resolve) => {
            setQuestion({
              options,
              answer: (path) => {
                setQuestion(null);
                resolve(path);
              },
            });
          }),
      ),
    [],
  );
  useFocusReturn(question !== null);
  if (question === null) return null;
  const { options, answer } = question;
  return (
    <Modal
      opened
      onClose={() => {
        answer(null);
      }}
      title={
        options.purpose === 'open' && options.title !== ''
          ? options.title
          : t(`files.${options.purpose}`)
      }
      closeButtonProps={{ 'aria-label': t('close') }}
      size={600}
      zIndex={350}
    >
      <FolderView options={options} onChoose={answer} />
    </Modal>
  );
}
