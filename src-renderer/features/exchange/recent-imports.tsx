/** The last imports; each can be taken back as a whole, and what has changed since stays and is named. */
import { Button, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { say } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import styles from './exchange.module.css';
import { type TakenBack, takeImportBack } from './take-import-back.ts';

const SHOWN = 8;

export function RecentImports() {
  const { t } = useTranslation();
  const format = useFormat();
  const recent = useLive('undo', 'recent', { limit: 100 });
  const [busy, setBusy] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<TakenBack | null>(null);
  const imports = (recent.data ?? []).filter((entry) => entry.label.key === 'imported').slice(0, SHOWN);
  if (imports.length === 0 && !outcome) return null;

  const takeBack = async (action: string) => {
    setBusy(action);
    setOutcome(await takeImportBack(action));
    setBusy(null);
  };
  return (
    <section aria-labelledby="recent-imports">
      <Title order={2} id="recent-imports" mb="xs">
        {t('exchange.home.recent')}
      </Title>
      <div role="status">{outcome && <Text className={styles.outcome}>{outcome.sentence}</Text>}</div>
      <ul className={styles.recent}>
        {imports.map((entry) => {
          const what = say(`actions.${entry.label.key}`, entry.label.params);
          return (
            <li key={entry.action} className={styles.recentRow}>
              <Text component="span" className={styles.recentWhat}>
                {what}
              </Text>
              <Text component="span" c="dimmed" size="sm" title={format.instant(entry.at)}>
                {format.relative(entry.at)}
              </Text>
              {entry.undone ? (
                <Text component="span" c="dimmed" size="sm">
                  {t('exchange.home.undone')}
                </Text>
              ) : (
                <Button
                  variant="subtle"
                  size="compact-md"
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  loading={busy === entry.action}
                  disabled={busy !== null}
                  aria-label={t('exchange.home.takeBackOf', { what })}
                  onClick={() => void takeBack(entry.action)}
                >
                  {t('exchange.home.takeBack')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
