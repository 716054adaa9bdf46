import type { TFunction } from 'i18next';
import { AlertTriangle, CircleAlert, Clock } from 'lucide-react';
import { memo } from 'react';
import type { NodeProblems } from '#renderer/canvas/card/nodeProblems.ts';
import type { CardWords } from '#renderer/parts/cards/cardSize.ts';
import { Pictogram } from '#renderer/parts/pictograms/Pictogram.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { describe } from '#shared/document/describe.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import classes from './LayerCard.module.css';

interface CardBodyProps {
  readonly facts: NodeFacts;
  readonly problems: NodeProblems;
  readonly words: CardWords;
  readonly t: TFunction<'canvas'>;
}

/** Header, key parameters and foot of a card. */
export function CardBody({ facts, problems, words, t }: CardBodyProps) {
  const { title, name, highlights } = words;
  return (
    <>
      <Header
        title={title}
        name={name}
        pictogram={facts.layer?.pictogram ?? (facts.node.block === undefined ? 'unknown' : 'block')}
      />
      <div className={classes.highlights} title={highlights}>
        {highlights}
      </div>
      <Foot facts={facts} problems={problems} t={t} />
    </>
  );
}

interface HeaderProps {
  readonly title: string;
  readonly name: string;
  readonly pictogram: string;
}

const Header = memo(function Header({ title, name, pictogram }: HeaderProps) {
  return (
    <div className={classes.header}>
      <Pictogram name={pictogram} />
      <span className={classes.titles}>
        <span className={classes.title}>{title}</span>
        <span className={classes.name} title={name}>
          {name}
        </span>
      </span>
    </div>
  );
});

function Foot({
  facts,
  problems: { errors, warnings, first },
  t,
}: Pick<CardBodyProps, 'facts' | 'problems' | 't'>) {
  const language = useLanguage();
  const sentence = first === null ? undefined : describe(first, language).sentence;
  const waitsFor = useStrata((state) => {
    const [first] = facts.waitsFor;
    return first === undefined ? '' : (state.sheet.facts.nodes.get(first)?.node.name ?? '');
  });
  if (errors > 0) {
    return (
      <div
        className={classes.foot}
        data-tone="danger"
        title={sentence}
        onClick={() => {
          const { setDrawer, revealPlace } = useStrata.getState();
          setDrawer({ isOpen: true, tab: 'problems' });
          if (first?.place !== undefined) revealPlace(first.place);
        }}
      >
        <CircleAlert size={13} aria-hidden="true" />
        {t('card.problems', { count: errors })}
      </div>
    );
  }
  if (facts.status === 'waiting') {
    return (
      <div className={classes.foot}>
        <Clock size={13} aria-hidden="true" />
        <span className={classes.cut}>
          {waitsFor === '' ? t('card.waits') : t('card.waitsFor', { name: waitsFor })}
        </span>
      </div>
    );
  }
  return (
    <div className={classes.foot}>
      <span className={classes.cut}>
        {facts.parameterCount === 0 ? (
          t('card.noParameters')
        ) : (
          <>
            <b>{countText(facts.parameterCount)}</b> {t('card.parameters')}
          </>
        )}
      </span>
      {warnings > 0 ? (
        <AlertTriangle
          className={classes.warning}
          size={14}
          role="img"
          aria-label={t('card.warnings', { count: warnings })}
        >
          <title>{sentence}</title>
        </AlertTriangle>
      ) : null}
    </div>
  );
}
