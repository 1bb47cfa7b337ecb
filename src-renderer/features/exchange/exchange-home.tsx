/** Two big choices, and below them what was imported lately, with the way back. */
import { Text, Title } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useLive } from '#renderer/lib/live.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import styles from './exchange.module.css';
import { RecentImports } from './recent-imports.tsx';
import { RunningImport } from './running-import.tsx';
import { takeFile } from './take-file.ts';
import { WindowDrop } from './window-drop.tsx';

export function ExchangeHome() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const status = useLive('status', 'get', {});
  const empty = status.data?.clients === 0 && status.data.contacts === 0;
  return (
    <PageFrame title={t('exchange.title')} scroll>
      <div className={styles.content}>
        <WindowDrop
          onFile={(file) => {
            navigate('/exchange/import');
            void takeFile(file);
          }}
        />
        <RunningImport />
        {empty && (
          <section className={styles.welcome} aria-labelledby="exchange-empty">
            <Title order={2} id="exchange-empty">
              {t('exchange.home.emptyTitle')}
            </Title>
            <Text>{t('exchange.home.emptyText')}</Text>
          </section>
        )}
        <div className={styles.choices}>
          <Choice
            to="/exchange/import"
            icon={<IconFileImport size={32} stroke={1.5} />}
            title={t('exchange.home.import')}
            text={t('exchange.home.importText')}
          />
          <Choice
            to="/exchange/export"
            icon={<IconFileExport size={32} stroke={1.5} />}
            title={t('exchange.home.export')}
            text={t('exchange.home.exportText')}
          />
        </div>
        <RecentImports />
      </div>
    </PageFrame>
  );
}

function Choice({ to, icon, title, text }: { to: string; icon: ReactNode; title: string; text: string }) {
  return (
    <Link href={to} className={styles.choice}>
      <span className={styles.choiceIcon} aria-hidden>
        {icon}
      </span>
      <span>
        <span className={styles.choiceTitle}>{title}</span>
        <span className={styles.choiceText}>{text}</span>
      </span>
    </Link>
  );
}
