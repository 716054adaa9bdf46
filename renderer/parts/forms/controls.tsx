import type { ReactNode } from 'react';
import type { Param } from '#shared/layers/params.ts';
import { ChoiceControl } from '#renderer/parts/forms/ChoiceControl.tsx';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { IntegersControl } from '#renderer/parts/forms/IntegersControl.tsx';
import { NumberControl } from '#renderer/parts/forms/NumberControl.tsx';
import { PartControl } from '#renderer/parts/forms/PartControl.tsx';
import { SwitchControl } from '#renderer/parts/forms/SwitchControl.tsx';
import { TextControl } from '#renderer/parts/forms/TextControl.tsx';

type Draw<P extends Param> = (props: ControlProps<P>) => ReactNode;

/** The control of each type of parameter. A new type is one entry here. */
const controls: { readonly [Type in Param['type']]: Draw<Extract<Param, { type: Type }>> } = {
  integer: (props) => <NumberControl {...props} />,
  number: (props) => <NumberControl {...props} />,
  boolean: (props) => <SwitchControl {...props} />,
  choice: (props) => <ChoiceControl {...props} />,
  integers: (props) => <IntegersControl {...props} />,
  text: (props) => <TextControl {...props} />,
  initializer: (props) => <PartControl {...props} />,
  regularizer: (props) => <PartControl {...props} />,
  constraint: (props) => <PartControl {...props} />,
};

/** Draws the control for a parameter of any type. */
export function drawControl(props: ControlProps<Param>): ReactNode {
  // The table is keyed by the parameter's own type, which TypeScript cannot follow through an index.
  const draw = controls[props.param.type] as unknown as Draw<Param>;
  return draw(props);
}
