import { TextInput } from '@mantine/core';
import { FileDown, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateInfo } from '#shared/protocol/types.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Thumbnail } from '#renderer/welcome/Thumbnail.tsx';
import { useAnswer } from '#renderer/welcome/useAnswer.ts';
import classes from './Welcome.module.css';

type Category = TemplateInfo['category'];

const categories: readonly Category[] = [
  'images',
  'tables',
  'text',
  'series',
  'architectures',
  'other',
];

/** The templates, by category and search. */
export function Gallery() {
  const { t } = useTranslation('welcome');
  const { list } = useAnswer('listTemplates');
  const [category, setCategory] = useState<Category | null>(null);
  const [query, setQuery] = useState('');
  const templates = list ?? [];
  const present = categories.filter((name) => templates.some((item) => item.category === name));
  const shown = templates.filter(
    (template) => (category === null || template.category === category) && isFound(template, query),
  );
  const families = [
    ...new Set(shown.flatMap(({ thumbnail }) => thumbnail.map(({ family }) => family))),
  ];
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('templates')}</h2>
        <div className={classes.filters} role="group" aria-label={t('filter')}>
          {[null, ...present].map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className={classes.filter}
              aria-pressed={category === name}
              onClick={() => {
                setCategory(name);
              }}
            >
              {t(`category.${name ?? 'all'}`)}
            </button>
          ))}
        </div>
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<Search size={14} strokeWidth={1.75} aria-hidden />}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
        />
      </div>
      <div className={classes.gallery}>
        {shown.map((template) => (
          <TemplateCard key={template.id} template={template} />
        ))}
      </div>
      {list !== null && shown.length === 0 ? <p className={classes.none}>{t('none')}</p> : null}
      {families.length > 0 ? (
        <ul className={classes.legend}>
          {families.map((family) => (
            <li key={family}>
              <i
                className={classes.swatch}
                style={{ background: `var(--family-${family})` }}
                aria-hidden
              />
              {t(`family.${family}`)}
            </li>
          ))}
          <li className={classes.legendNote}>{t('legend')}</li>
        </ul>
      ) : null}
      <div className={classes.dropSpace} />
      <div className={classes.drop}>
        <FileDown size={28} strokeWidth={1.5} aria-hidden />
        <div>
          <p className={classes.dropTitle}>{t('drop.title')}</p>
          <p>{t('drop.text')}</p>
        </div>
      </div>
    </>
  );
}

function isFound(template: TemplateInfo, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const { id, title, doc } = template;
  const text = [id, title.en, title['zh-CN'], doc.en, doc['zh-CN']].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function TemplateCard({ template }: { readonly template: TemplateInfo }) {
  const { t } = useTranslation('welcome');
  const local = useLocalText();
  const newDocument = useStrata((state) => state.newDocument);
  const [isOpening, setIsOpening] = useState(false);
  const open = async () => {
    setIsOpening(true);
    await newDocument(template.id);
    setIsOpening(false);
  };
  return (
    <button
      type="button"
      className={classes.template}
      disabled={isOpening}
      data-template={template.id}
      onClick={() => void open()}
    >
      <span className={classes.templatePicture}>
        {template.thumbnail.length === 0 ? (
          <Plus size={28} strokeWidth={1.5} aria-hidden />
        ) : (
          <Thumbnail bars={template.thumbnail} width={250} height={168} />
        )}
      </span>
      <span className={classes.templateWords}>
        <span className={classes.templateTitle}>{local(template.title)}</span>
        <span className={classes.templateDoc}>{local(template.doc)}</span>
        {template.layerCount === 0 ? null : (
          <span className={classes.small}>
            {t('size', {
              layers: t('layers', { count: template.layerCount }),
              parameters: t('parameters', {
                count: template.parameterCount,
                text: countText(template.parameterCount),
              }),
            })}
          </span>
        )}
      </span>
    </button>
  );
}
