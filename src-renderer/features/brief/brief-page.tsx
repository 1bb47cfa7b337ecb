/**
 * The brief on the screen: the page as it is printed, the same in large type, and beside it, while the visit is written,
 * the composer, which comes in through a slot.
 */
import { ActionIcon, Alert, Button, Kbd, SegmentedControl, Switch } from '@mantine/core';
import { IconArrowLeft, IconEyeOff, IconPencil, IconTextSize } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useOffer } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { PaperActions } from '#renderer/ui/print/paper-actions.tsx';
import { printNow, savePageNow } from '#renderer/ui/print/print-job.ts';
import type { Brief } from '#shared/contract/brief.ts';
import { clientSees } from '#shared/domain/brief/client-sees.ts';
import { briefLanguage } from '#shared/domain/brief/language.ts';
import type { Language } from '#shared/i18n/index.ts';
import classes from './brief-page.module.css';
import { BriefSheet } from './brief-sheet.tsx';
import { BriefStand } from './brief-stand.tsx';
import { chooseLanguage, setClientLooks, setStand, useBriefView } from './brief-store.ts';
import { briefWords } from './brief-words.ts';

export interface BriefPageProps {
  brief: Brief;
  /** Where one came from: the client's desk or the meeting. */
  back: { href: string; label: string };
  /** Beside the title. */
  aside?: ReactNode;
  /** The composer while something is being written. */
  writing: ReactNode | null;
  onWrite(): void;
  /** Says that a promise was kept. */
  onKept(promise: string): void;
}

export function BriefPage({ brief, back, aside, writing, onWrite, onKept }: BriefPageProps) {
  const { t } = useTranslation();
  const { settings } = usePreferences();
  const { clientLooks, stand, languages } = useBriefView();
  const language = languages[brief.client.id] ?? briefLanguage(brief.client.language, currentLanguage());
  const words = useMemo(() => briefWords(language, brief.madeAt), [language, brief.madeAt]);
  const shown = useMemo(() => (clientLooks ? clientSees(brief) : brief), [brief, clientLooks]);
  const title = words.say('brief.of', { client: brief.client.name });

  // Only the page is for paper.
  const onPaper = (make: () => Promise<void>) => () => {
    flushSync(() => setStand(false));
    void make();
  };
  const print = onPaper(printNow);
  const savePdf = onPaper(() => savePageNow(title));
  useOffer({ print, savePdf: desktop && savePdf, visit: onWrite });
  useShortcuts({
    f: () => setStand(!stand),
    h: () => setClientLooks(!clientLooks),
    // At once: somebody looks over the shoulder. A tooltip of the library would swallow the key.
    escape: () => setClientLooks(true),
    v: onWrite,
  });
  useEffect(() => () => setStand(false), []);

  return (
    <section className={classes.screen} aria-label={t('brief.title')}>
      <header className={classes.bar}>
        <ActionIcon component={Link} href={back.href} variant="subtle" size={36} aria-label={back.label}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <h1 className={classes.title}>{t('brief.title')}</h1>
        {aside}
        <SegmentedControl
          size="sm"
          aria-label={t('brief.language')}
          value={language}
          onChange={(next) => chooseLanguage(brief.client.id, next as Language)}
          data={[
            { value: 'sk', label: t('settings.languages.sk') },
            { value: 'en', label: t('settings.languages.en') },
          ]}
        />
        <Switch
          checked={clientLooks}
          onChange={(event) => setClientLooks(event.currentTarget.checked)}
          label={t('brief.clientLooks')}
        />
        <div className={classes.actions}>
          <Button
            variant="default"
            title={t('brief.standHint')}
            leftSection={<IconTextSize size={18} aria-hidden />}
            rightSection={<Kbd size="xs">F</Kbd>}
            onClick={() => setStand(true)}
          >
            {t('brief.stand')}
          </Button>
          <PaperActions onPrint={print} onSavePdf={savePdf} />
          {!writing && (
            <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={onWrite}>
              {t('brief.writeVisit')}
            </Button>
          )}
        </div>
      </header>
      {clientLooks && (
        <Alert
          color="orange"
          radius={0}
          role="status"
          icon={<IconEyeOff size={18} />}
          className={classes.hidden}
        >
          {t('brief.hidden')}{' '}
          <Button variant="default" size="compact-sm" onClick={() => setClientLooks(false)}>
            {t('brief.showAll')}{' '}
            <Kbd size="xs" ml={6}>
              H
            </Kbd>
          </Button>
        </Alert>
      )}
      <div className={classes.body} data-writing={writing !== null || undefined}>
        {writing && <div className={classes.writing}>{writing}</div>}
        <div className={classes.desk} tabIndex={0} role="region" aria-label={t('brief.page')}>
          <BriefSheet
            key={language}
            brief={shown}
            language={language}
            who={settings?.member.name ?? ''}
            onKept={onKept}
          />
        </div>
      </div>
      {stand && <BriefStand brief={shown} words={words} onKept={onKept} />}
    </section>
  );
}
