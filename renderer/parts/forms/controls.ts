import type { Param } from '#shared/layers/params.ts';
import { ChoiceControl } from '#renderer/parts/forms/ChoiceControl.tsx';
import type { Control } from '#renderer/parts/forms/control.ts';
import { IntegersControl } from '#renderer/parts/forms/IntegersControl.tsx';
import { NumberControl } from '#renderer/parts/forms/NumberControl.tsx';
import { PartControl } from '#renderer/parts/forms/PartControl.tsx';
import { SwitchControl } from '#renderer/parts/forms/SwitchControl.tsx';
import { TextControl } from '#renderer/parts/forms/TextControl.tsx';

/** The control of each type of parameter. A new type is one entry here. */
const controls: { readonly [Type in Param['type']]: Control<Extract<Param, { type: Type }>> } = {
  integer: NumberControl,
  number: NumberControl,
  boolean: SwitchControl,
  choice: ChoiceControl,
  integers: IntegersControl,
  text: TextControl,
  initializer: PartControl,
  regularizer: PartControl,
  constraint: PartControl,
};

/** The control for this parameter. */
export function controlOf<P extends Param>(param: P): Control<P> {
  // The table is keyed by the parameter's own type, which TypeScript cannot follow through an index.
  return controls[param.type] as unknown as Control<P>;
}
