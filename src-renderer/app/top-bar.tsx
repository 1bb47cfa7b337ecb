/** The one search, and the way to write down what just happened. */
import { Button, Kbd } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';
import { keyLabel } from '#renderer/lib/key-label.ts';
import { useOverlays } from './overlays.ts';
import classes from './frame.module.css';

export function TopBar({ letterKeys }: { letterKeys: boolean }) {
  const { t } = useTranslation();
  const { show } = useOverlays();
  return (
    <div className={classes.top} role="search">
      <button type="button" className={classes.search} aria-haspopup="dialog" onClick={() => show('search')}>
        <IconSearch size={18} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t('app.search.open')}</span>
        <Kbd size="xs" className={classes.searchKey} aria-hidden>
          {letterKeys && !desktop ? 'S' : keyLabel('Ctrl K')}
        </Kbd>
      </button>
      <Button
        className={classes.record}
        leftSection={<IconPlus size={18} aria-hidden />}
        title={t('app.recordHint')}
        onClick={() => show('quickLog')}
      >
        {t('app.record')}
      </Button>
    </div>
  );
}
