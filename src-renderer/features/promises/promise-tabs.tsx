/** Whose promises are looked at, or what our departments were asked for. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import classes from './promises.module.css';
import { usePromiseList } from './promise-list-store.ts';

export function PromiseTabs({ requests }: { requests: boolean }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { side, setSide } = usePromiseList();
  return (
    <div className={classes.tabs}>
      <SegmentedControl
        aria-label={t('promises.what')}
        value={requests ? 'requests' : side}
        onChange={(tab) => {
          if (tab === 'requests') return go('/promises/requests');
          setSide(tab === 'theirs' ? 'theirs' : 'ours');
          go('/promises');
        }}
        data={[
          { value: 'ours', label: t('promises.ours') },
          { value: 'theirs', label: t('promises.theirs') },
          { value: 'requests', label: t('promises.requests') },
        ]}
      />
    </div>
  );
}
