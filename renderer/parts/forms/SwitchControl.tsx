import type { ReactNode } from 'react';
import type { BooleanParam } from '#shared/layers/params.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { Switch } from '#renderer/parts/forms/Switch.tsx';

/** Yes or no. */
export function SwitchControl(props: ControlProps<BooleanParam>): ReactNode {
  return (
    <Switch
      id={props.id}
      label={props.label}
      value={props.value === true}
      isDisabled={props.isDisabled}
      describedBy={props.describedBy}
      onChange={props.onChange}
    />
  );
}
