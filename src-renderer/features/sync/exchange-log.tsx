/** The last exchanges: a plot of what went out and came in, and the same as a table. */
import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { Section } from '#renderer/ui/section.tsx';
import { exchangeBars } from './exchange-bars.ts';
import classes from './sync.module.css';

type Exchange = OutputOf<'sync', 'exchanges'>[number];

const SHOWN = 50;

export function ExchangeLog() {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState(false);
  const exchanges = useLive('sync', 'exchanges', { limit: SHOWN }).data ?? [];
  return (
    <Section title={t('sync.log.title')}>
      {exchanges.length === 0 ? (
        <Text c="dimmed">{t('sync.log.none')}</Text>
      ) : (
        <>
          <Plot exchanges={exchanges} />
          <Button
            variant="subtle"
            size="compact-sm"
            style={{ alignSelf: 'flex-start' }}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t(unfolded ? 'sync.log.hide' : 'sync.log.show')}
          </Button>
          <div className={unfolded ? classes.logTable : 'sr-only'}>
            <ExchangeTable exchanges={exchanges} />
          </div>
        </>
      )}
    </Section>
  );
}

function Plot({ exchanges }: { exchanges: readonly Exchange[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.plot} aria-hidden>
      <span className={classes.plotLabel}>{t('sync.log.sent')} ↑</span>
      <div className={classes.bars}>
        {exchangeBars(exchanges, SHOWN).map(({ exchange, up, down }) => {
          const when = format.instant(exchange.at);
          const numbers = { sent: format.number(exchange.sent), received: format.number(exchange.received) };
          const said = exchange.trouble
            ? t('sync.log.barTrouble', { when, trouble: t(`sync.short.${exchange.trouble}`) })
            : t('sync.log.bar', { when, ...numbers });
          return (
            <span key={`${exchange.at}`} className={classes.bar} title={said}>
              <span className={classes.barUp}>
                <span style={{ height: `${up * 100}%` }} />
              </span>
              <span className={classes.barLine} data-trouble={exchange.trouble !== null || undefined} />
              <span className={classes.barDown}>
                <span style={{ height: `${down * 100}%` }} />
              </span>
            </span>
          );
        })}
      </div>
      <span className={classes.plotLabel}>
        {t('sync.log.received')} ↓<span className={classes.plotEnd}>{t('sync.log.newest')} →</span>
      </span>
    </div>
  );
}

function ExchangeTable({ exchanges }: { exchanges: readonly Exchange[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['sent', 'received', 'rejected', 'conflicts'] as const;
  return (
    <Table verticalSpacing={4} aria-label={t('sync.log.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('sync.log.at')}</Table.Th>
          {columns.map((column) => (
            <Table.Th key={column} ta="right">
              {t(`sync.log.${column}`)}
            </Table.Th>
          ))}
          <Table.Th>{t('sync.log.outcome')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {exchanges.map((exchange) => (
          <Table.Tr key={exchange.at}>
            <Table.Td className="tabular">{format.instant(exchange.at)}</Table.Td>
            {columns.map((column) => (
              <Table.Td key={column} ta="right" className="tabular">
                {format.number(exchange[column])}
              </Table.Td>
            ))}
            <Table.Td>{exchange.trouble ? t(`sync.short.${exchange.trouble}`) : t('sync.log.fine')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
