import { Button, Popover, TextInput } from '@mantine/core';
import { Plus, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepDefinition, StepFamily } from '#shared/data/catalogue.ts';
import type { Feature } from '#shared/data/feature.ts';
import { steps as catalogue } from '#shared/data/steps/index.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { Pills } from '#renderer/data/Pills.tsx';
import { addStep } from '#renderer/data/recipeEdits.ts';
import { featuresBefore, takes } from '#renderer/data/stepFeatures.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './AddStep.module.css';
import words from './words.module.css';

const families: readonly StepFamily[] = [
  'missing',
  'rows',
  'numbers',
  'encoding',
  'dates',
  'text',
  'image',
  'audio',
];

/** Offers the steps that the chosen column can take, or those that any input can take. */
export function AddStep(): ReactNode {
  const { t } = useTranslation('data');
  const [isOpen, setIsOpen] = useState(false);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          className={words.link ?? ''}
          leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          disabled={isReadOnly}
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t('addStep')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.stepMenu ?? ''}>
        <StepMenu
          onAdded={() => {
            setIsOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function StepMenu({ onAdded }: { readonly onAdded: () => void }): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const column = useDataState((state) => state.column);
  const [query, setQuery] = useState('');
  const features = featuresBefore(recipe, recipe.steps.length);
  const inHand = features.find(({ name }) => name === column);
  const [isForColumn, setIsForColumn] = useState(inHand !== undefined);
  const targets = isForColumn && inHand !== undefined ? [inHand] : features.filter(isInput);
  const offered = catalogue
    .map((definition) => ({
      definition,
      features: targets.filter((feature) => takes(definition, feature)),
    }))
    .filter(
      ({ definition, features: fitting }) => fitting.length > 0 && isFound(definition, query),
    );
  const add = (definition: StepDefinition, fitting: readonly Feature[]): void => {
    const step = {
      kind: definition.kind,
      features: fitting.map(({ name }) => name),
      params: {},
    };
    edit(addStep(recipe, step, definition.title));
    useDataState.setState({ openStep: recipe.steps.length });
    onAdded();
  };
  return (
    <>
      <TextInput
        type="search"
        data-autofocus
        aria-label={t('searchSteps')}
        placeholder={t('searchSteps')}
        leftSection={<Search size={14} strokeWidth={1.75} aria-hidden />}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const [first] = offered;
          if (event.key === 'Enter' && query !== '' && first !== undefined) {
            event.preventDefault();
            add(first.definition, first.features);
          }
        }}
      />
      {inHand !== undefined && (
        <Pills
          label={t('stepFor')}
          options={[
            { value: 'column', label: t('stepForColumn', { name: inHand.name }) },
            { value: 'all', label: t('stepForAll') },
          ]}
          value={isForColumn ? 'column' : 'all'}
          onChange={(value) => {
            setIsForColumn(value === 'column');
          }}
        />
      )}
      <div className={styles.stepChoices}>
        {families.map((family) => {
          const members = offered.filter(({ definition }) => definition.family === family);
          if (members.length === 0) return null;
          return (
            <section key={family} aria-label={t(`families.${family}`)}>
              <h4 className={styles.familyTitle}>{t(`families.${family}`)}</h4>
              {members.map(({ definition, features: fitting }) => (
                <button
                  key={definition.kind}
                  type="button"
                  className={styles.stepChoice}
                  onClick={() => {
                    add(definition, fitting);
                  }}
                >
                  <span className={styles.stepChoiceTitle}>{localText(definition.title)}</span>
                  <span className={styles.stepChoiceNote}>{localText(definition.doc)}</span>
                </button>
              ))}
            </section>
          );
        })}
        {offered.length === 0 && <p className={words.note}>{t('noStepFits')}</p>}
      </div>
    </>
  );
}

function isInput({ role }: Feature): boolean {
  return role === 'input';
}

function isFound({ kind, title, doc }: StepDefinition, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [kind, title.en, title['zh-CN'], doc.en, doc['zh-CN']].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
