/** The truth about the data in one line: where it is saved, whether it has gone anywhere, how much there is. */
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLine } from '#renderer/lib/connection.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useMinute } from '#renderer/lib/use-minute.ts';
import { Plural } from '#renderer/ui/plural.tsx';
import type { SyncState } from '#shared/contract/sync.ts';
import classes from './frame.module.css';

export function StatusLine() {
  const { t } = useTranslation();
  const open = useLine((line) => line.state === 'open');
  const status = useLive('status', 'get', {}).data;
  const sync = useLive('sync', 'state', {}).data;
  useMinute();
  return (
    <footer className={classes.status} aria-label={t('app.status.label')}>
      <Link href="/sync" className={classes.statusLink} title={t('sync.line.open')}>
        <span className={classes.dot} data-lost={!open || undefined} aria-hidden />
        <span>{t(open ? 'app.status.saved' : 'app.status.lost')}</span>
        {sync && <Exchange sync={sync} />}
      </Link>
      {status && (
        <span className={classes.statusCounts} data-beside={sync?.connection ? true : undefined}>
          <Plural of="app.status.clients" count={status.clients} />
          <span className={classes.statusPart}>
            <Plural of="app.status.contacts" count={status.contacts} />
          </span>
        </span>
      )}
    </footer>
  );
}

function Exchange({ sync }: { sync: SyncState }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!sync.connection) return <span className={classes.statusPart}>{t('app.status.noServer')}</span>;
  const { lastExchangeAt, lastVerifiedAt, oldestUnsentAt, unsent, unsentFiles, openConflicts, rejected } =
    sync;
  const doing = doingWords();
  return (
    <>
      {doing && <span className={classes.statusPart}>{doing}</span>}
      <span className={classes.statusPart} title={format.instant(lastExchangeAt)}>
        {lastExchangeAt === null
          ? t('sync.line.never')
          : t('app.status.lastExchange', { when: format.relative(lastExchangeAt) })}
      </span>
      {unsent > 0 && (
        <span className={classes.statusPart} title={format.instant(oldestUnsentAt)}>
          {oldestUnsentAt === null
            ? t('sync.line.unsent', { number: format.number(unsent) })
            : t('sync.line.unsentSince', {
                number: format.number(unsent),
                when: format.relative(oldestUnsentAt),
              })}
        </span>
      )}
      {unsentFiles.count > 0 && (
        <span className={classes.statusPart} title={format.size(unsentFiles.bytes)}>
          <Plural of="sync.line.files" count={unsentFiles.count} />
        </span>
      )}
      {openConflicts > 0 && (
        <span className={classes.statusPart} data-tone="look">
          <Plural of="sync.line.conflicts" count={openConflicts} />
        </span>
      )}
      {rejected > 0 && (
        <span className={classes.statusPart} data-tone="look">
          <Plural of="sync.line.rejected" count={rejected} />
        </span>
      )}
      {lastVerifiedAt !== null && (
        <span className={classes.statusVerified} title={format.instant(lastVerifiedAt)}>
          {t('sync.line.verified', { when: format.relative(lastVerifiedAt) })}
        </span>
      )}
    </>
  );

  /** What keeps the exchange busy, or from going on, in two or three words; nothing when all is well. */
  function doingWords(): string | null {
    if (sync.joining) return t('sync.line.joining');
    if (sync.firstSync) return t('sync.line.firstSync');
    if (sync.phase === 'exchanging') return t('sync.line.exchanging');
    if (sync.staysOffline) return t('sync.line.staysOffline');
    return sync.trouble && t(`sync.short.${sync.trouble.reason}`);
  }
}
