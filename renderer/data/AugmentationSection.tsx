import { Button, Menu } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { augmentations as catalogue, findAugmentation } from '#shared/data/augmentations/index.ts';
import { takesFeature } from '#shared/data/augmentations/checkAugmentations.ts';
import type { Augmentation } from '#shared/data/data.ts';
import { ParamForm } from '#renderer/parts/forms/ParamForm.tsx';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { AugmentedPictures } from '#renderer/data/AugmentedPictures.tsx';
import { setAugmentations } from '#renderer/data/recipeEdits.ts';
import { useStepFeatures } from '#renderer/data/stepFeatures.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './AugmentationSection.module.css';
import words from './words.module.css';

/** How training examples are varied at random; shown where an input can be. */
export function AugmentationSection(): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const { before: prepared } = useStepFeatures(recipe.steps.length);
  const fitting = prepared.flatMap((feature) =>
    catalogue
      .filter(({ kind }) => feature.role === 'input' && takesFeature(kind, feature, recipe.windows))
      .map((definition) => ({ definition, feature })),
  );
  const { augmentations } = recipe;
  if (fitting.length === 0 && augmentations.length === 0) return null;
  return (
    <Section
      title={t('augmentation')}
      note={t('augmentationHint')}
      value={
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              className={words.link ?? ''}
              leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden />}
              disabled={isReadOnly}
            >
              {t('addAugmentation')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {fitting.map(({ definition, feature }) => (
              <Menu.Item
                key={`${definition.kind} ${feature.name}`}
                onClick={() => {
                  const added = { kind: definition.kind, feature: feature.name, params: {} };
                  edit(
                    setAugmentations([...augmentations, added], {
                      en: `Add ${definition.title.en}`,
                      'zh-CN': `添加“${definition.title['zh-CN']}”`,
                    }),
                  );
                }}
              >
                {localText(definition.title)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      {augmentations.length === 0 && <p className={words.note}>{t('noAugmentations')}</p>}
      {augmentations.map((augmentation, index) => (
        <Item
          key={`${augmentation.kind} ${index}`}
          augmentation={augmentation}
          index={index}
          isDisabled={isReadOnly}
        />
      ))}
      {augmentations.length > 0 && <AugmentedPictures augmentations={augmentations} />}
    </Section>
  );
}

function Item({
  augmentation,
  index,
  isDisabled,
}: {
  readonly augmentation: Augmentation;
  readonly index: number;
  readonly isDisabled: boolean;
}): ReactNode {
  const { t } = useTranslation('data');
  const localText = useLocalText();
  const all = useStrata((state) => state.document.data.augmentations);
  const edit = useStrata((state) => state.edit);
  const definition = findAugmentation(augmentation.kind);
  const title = definition?.title ?? { en: augmentation.kind, 'zh-CN': augmentation.kind };
  return (
    <div className={styles.augmentation}>
      <div className={styles.augmentationHead}>
        <b>{localText(title)}</b>
        <span className={words.note}>{augmentation.feature}</span>
        <span className={words.spring} />
        <IconButton
          label={t('removeAugmentation', { name: localText(title) })}
          size={24}
          isDisabled={isDisabled}
          onClick={() => {
            edit(
              setAugmentations(
                all.filter((_, at) => at !== index),
                { en: `Remove ${title.en}`, 'zh-CN': `移除“${title['zh-CN']}”` },
              ),
            );
          }}
        >
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      {definition !== undefined && (
        <ParamForm
          table={definition.params}
          values={augmentation.params}
          isDisabled={isDisabled}
          onChange={(name, value) => {
            if (value !== null && typeof value === 'object') return;
            const params = { ...augmentation.params, [name]: value };
            edit(
              setAugmentations(
                all.map((each, at) => (at === index ? { ...each, params } : each)),
                { en: `Change ${title.en}`, 'zh-CN': `修改“${title['zh-CN']}”` },
              ),
              { merge: `augmentation ${index} ${name}` },
            );
          }}
        />
      )}
    </div>
  );
}
