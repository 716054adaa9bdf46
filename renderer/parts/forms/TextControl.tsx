import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextParam } from '#shared/layers/params.ts';
import { getHost } from '#renderer/host/host.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';

/** Free text; a path can also be chosen. */
export function TextControl(props: ControlProps<TextParam>): ReactNode {
  const { t } = useTranslation('forms');
  const { param } = props;
  const value = typeof props.value === 'string' ? props.value : '';
  const choose = async (purpose: 'open' | 'folder'): Promise<void> => {
    const path = await getHost().pickPath({
      purpose,
      title: props.label,
      extensions: [],
      ...(value === '' ? {} : { suggested: value }),
    });
    if (path !== null) props.onChange(path);
  };
  return (
    <TextBox
      id={props.id}
      label={props.label}
      value={value}
      placeholder={param.optional === true ? t('none') : undefined}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid}
      describedBy={props.describedBy}
      onType={(text) => {
        props.onChange(text === '' && param.optional === true ? null : text);
      }}
      after={
        param.path !== undefined && (
          <IconButton
            label={t('choosePath')}
            size={24}
            isDisabled={props.isDisabled}
            onClick={() => void choose(param.path === 'folder' ? 'folder' : 'open')}
          >
            <FolderOpen size={14} />
          </IconButton>
        )
      }
    />
  );
}
