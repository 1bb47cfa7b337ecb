/** The truth about the data in one line: where it is saved, whether it has gone anywhere, how much there is. */
import { useTranslation } from 'react-i18next';
import { useLine } from '#renderer/lib/connection.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import classes from './frame.module.css';

export function StatusLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useLine((line) => line.state === 'open');
  const status = useLive('status', 'get', {}).data;
  return (
    <footer className={classes.status} aria-label={t('app.status.label')}>
      <span className={classes.dot} data-lost={!open || undefined} aria-hidden />
      <span>{t(open ? 'app.status.saved' : 'app.status.lost')}</span>
      {status && (
        <>
          <span className={classes.statusPart}>
            {status.lastExchangeAt === null
              ? t('app.status.noServer')
              : t('app.status.lastExchange', { when: format.relative(status.lastExchangeAt) })}
          </span>
          {status.unsent > 0 && (
            <span className={classes.statusPart}>
              <Plural of="app.status.unsent" count={status.unsent} />
            </span>
          )}
          <span className={classes.statusCounts}>
            <Plural of="app.status.clients" count={status.clients} />
            <span className={classes.statusPart}>
              <Plural of="app.status.contacts" count={status.contacts} />
            </span>
          </span>
        </>
      )}
    </footer>
  );
}
