import type { Param, ParamValue } from '#shared/layers/params.ts';

/** What every control of a form gets. */
export interface ControlProps<P extends Param> {
  /** Id of the control that the row's label points to. */
  readonly id: string;
  readonly label: string;
  readonly param: P;
  /** The value in force, complete and valid. */
  readonly value: ParamValue;
  readonly isDisabled: boolean;
  /** True while a problem of the model lies in this parameter. */
  readonly isInvalid: boolean;
  /** Ids of the texts that explain the control. */
  readonly describedBy: string;
  readonly onChange: (value: ParamValue) => void;
  /** The control's own sentence about what was typed; null: nothing to say. */
  readonly onError: (sentence: string | null) => void;
}
