/** The sheet on which a base that is not open says why: one page, and the language to read it in. */
import { Code, SegmentedControl, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showLanguage } from '#renderer/lib/i18n.ts';
import type { Language } from '#shared/i18n/index.ts';
import classes from '../first-start.module.css';
import { Mark } from '../mark.tsx';

interface GateSheetProps {
  title: string;
  lead: ReactNode;
  folder: string;
  children: ReactNode;
  /** Off where the person has chosen a language already. */
  languages?: boolean;
}

export function GateSheet({ title, lead, folder, children, languages = true }: GateSheetProps) {
  const { t, i18n } = useTranslation();
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <header className={classes.head}>
          <Mark size={64} />
          <div>
            <Title order={1}>{title}</Title>
            <Text component="div">{lead}</Text>
          </div>
        </header>
        {children}
        <footer className={classes.foot}>
          <Text size="sm" c="dimmed">
            {t('access.gate.folder')} <Code className={classes.folder}>{folder}</Code>
          </Text>
          {languages && (
            <SegmentedControl
              size="xs"
              aria-label={t('settings.language')}
              value={i18n.language}
              onChange={(language) => void showLanguage(language as Language)}
              data={[
                { value: 'sk', label: t('settings.languages.sk') },
                { value: 'en', label: t('settings.languages.en') },
              ]}
            />
          )}
        </footer>
      </div>
    </main>
  );
}
