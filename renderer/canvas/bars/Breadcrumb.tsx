import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { countUses } from '#shared/document/blocks/countUses.ts';
import { useStrata } from '#renderer/store/store.ts';
import classes from './bars.module.css';

/** Where the sheet lies: the network, the blocks that were opened, and how often the innermost is used. */
export function Breadcrumb() {
  const { t } = useTranslation('canvas');
  const name = useStrata((state) => state.document.name);
  const { path, blocks, block } = useStrata((state) => state.sheet);
  const uses = useStrata((state) => (block === null ? 0 : countUses(state.document, block.id)));
  const openSheet = useStrata((state) => state.openSheet);
  if (block === null) return null;
  return (
    <nav className={classes.breadcrumb} aria-label={t('blocks.path')}>
      <button
        type="button"
        className={classes.crumb}
        onClick={() => {
          openSheet([]);
        }}
      >
        {name}
      </button>
      {blocks.map((each, index) => (
        <span key={path[index]} className={classes.crumbPlace}>
          <ChevronRight size={13} aria-hidden="true" />
          {index === blocks.length - 1 ? (
            <strong className={classes.crumbHere} aria-current="page">
              {each.name}
            </strong>
          ) : (
            <button
              type="button"
              className={classes.crumb}
              onClick={() => {
                openSheet(path.slice(0, index + 1));
              }}
            >
              {each.name}
            </button>
          )}
        </span>
      ))}
      {uses > 1 && <span className={classes.crumbUses}>{t('blocks.uses', { count: uses })}</span>}
    </nav>
  );
}
