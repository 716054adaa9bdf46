import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegerParam, NumberParam } from '#shared/layers/params.ts';
import type { ControlProps } from '#renderer/parts/forms/control.ts';
import { printNumberText, readNumberText } from '#renderer/parts/forms/fieldText.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { useDraft } from '#renderer/parts/forms/useDraft.ts';
import { useFieldError } from '#renderer/parts/forms/useFieldError.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import styles from './forms.module.css';

/** A number, whole or not. Arrow keys count whole numbers up and down, with Shift by ten. */
export function NumberControl(props: ControlProps<IntegerParam | NumberParam>): ReactNode {
  const { param } = props;
  const { t } = useTranslation('forms');
  const localText = useLocalText();
  const value = typeof props.value === 'number' ? props.value : null;
  const draft = useDraft(
    value,
    printNumberText,
    (text) => readNumberText(text, param),
    props.onChange,
  );
  useFieldError(draft.error, printNumberText(value), props.onError);

  const isWhole = param.type === 'integer';
  const stepTo = (change: number): void => {
    const next = (value ?? param.default ?? param.min ?? 0) + change;
    const limited = Math.min(param.max ?? next, Math.max(param.min ?? next, next));
    draft.drop();
    if (limited !== value) props.onChange(limited);
  };

  return (
    <TextBox
      id={props.id}
      label={props.label}
      value={draft.text}
      unit={param.unit === undefined ? undefined : localText(param.unit)}
      placeholder={t('none')}
      isDisabled={props.isDisabled}
      isInvalid={props.isInvalid || draft.error !== null}
      isNumeric
      describedBy={props.describedBy}
      onType={draft.type}
      onLeave={draft.leave}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.error !== null) {
          event.stopPropagation();
          draft.drop();
        }
        if (isWhole && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          stepTo((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        }
      }}
      after={
        isWhole && (
          <Steps
            label={props.label}
            isUpDisabled={props.isDisabled || value === param.max}
            isDownDisabled={props.isDisabled || value === param.min}
            onStep={stepTo}
          />
        )
      }
    />
  );
}

interface StepsProps {
  readonly label: string;
  readonly isUpDisabled: boolean;
  readonly isDownDisabled: boolean;
  readonly onStep: (change: 1 | -1) => void;
}

/** The two small arrows; the keyboard has the arrow keys instead. */
function Steps(props: StepsProps): ReactNode {
  const { t } = useTranslation('forms');
  return (
    <span className={styles.steps}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        aria-label={t('more', { name: props.label })}
        disabled={props.isUpDisabled}
        onClick={() => {
          props.onStep(1);
        }}
      >
        <ChevronUp size={11} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.step}
        aria-label={t('less', { name: props.label })}
        disabled={props.isDownDisabled}
        onClick={() => {
          props.onStep(-1);
        }}
      >
        <ChevronDown size={11} />
      </button>
    </span>
  );
}
