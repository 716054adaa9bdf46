import type { ReactNode } from 'react';
import type { Param, ParamValue } from '#shared/layers/params.ts';
import { ParamField } from '#renderer/parts/forms/ParamField.tsx';

interface SettingFieldProps {
  readonly name: string;
  readonly param: Param;
  readonly value: ParamValue;
  readonly isDisabled: boolean;
  readonly onChange: (value: ParamValue) => void;
}

/** One field of the settings that belong to no catalogue. */
export function SettingField(props: SettingFieldProps): ReactNode {
  return <ParamField {...props} problem={null} isExplained={false} />;
}
