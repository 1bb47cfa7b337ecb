/** The first start: language, country and name, then one of five ways to begin. */
import { Code, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import {
  IconBuildingPlus,
  IconFileImport,
  IconTheater,
  IconUsersGroup,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { rpc } from '#renderer/lib/client.ts';
import { currentLanguage, showLanguage } from '#renderer/lib/i18n.ts';
import { openBase } from '#renderer/lib/open-base.ts';
import type { Settings } from '#renderer/lib/preferences.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { countryOptions } from '#renderer/ui/country-options.ts';
import { FolderRiskNote } from '#renderer/ui/folder-risk-note.tsx';
import type { Language } from '#shared/i18n/index.ts';
import { RestoreWay } from './restore-way.tsx';
import { guessCountry } from './guess-language.ts';
import { Mark } from './mark.tsx';
import classes from './first-start.module.css';

type Way = 'import' | 'team' | 'empty' | 'demo';

const FIRST_SCREEN = { import: '/exchange', team: '/sync', empty: '/clients' } as const;

interface FirstStartProps {
  settings: Settings;
  /** Told before the answers are saved, when the own base begins. */
  onBegin(): void;
}

export function FirstStart({ settings, onBegin }: FirstStartProps) {
  const { t, i18n } = useTranslation();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<string>();
  const country = chosen ?? guessCountry(navigator.languages, currentLanguage());
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState<Way>();
  const nameField = useRef<HTMLInputElement>(null);

  async function begin(way: Way): Promise<void> {
    // Whoever only looks is asked nothing; the own base waits for a name.
    if (way === 'demo' && name.trim() === '') {
      setBusy(way);
      await openBase('demo', '/clients', currentLanguage());
      setBusy(undefined);
      return;
    }
    if (name.trim() === '') {
      setMissing(true);
      nameField.current?.focus();
      return;
    }
    setBusy(way);
    if (way !== 'demo') onBegin();
    const set = await runCommand(
      rpc.settings.setUp({ language: currentLanguage(), country, name: name.trim() }),
    );
    if (set && way === 'demo') await openBase('demo');
    else if (set && way !== 'demo') go(FIRST_SCREEN[way]);
    setBusy(undefined);
  }

  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <header className={classes.head}>
          <Mark size={64} />
          <div>
            <Title order={1}>{t('app.start.welcome')}</Title>
            <Text c="dimmed">{t('app.start.lead')}</Text>
          </div>
        </header>
        <Stack gap="md">
          <div>
            <Text size="sm" fw={500} mb={4} id="start-language">
              {t('app.start.language')}
            </Text>
            <SegmentedControl
              aria-labelledby="start-language"
              value={i18n.language}
              onChange={(language) => void showLanguage(language as Language)}
              data={[
                { value: 'sk', label: t('settings.languages.sk') },
                { value: 'en', label: t('settings.languages.en') },
              ]}
            />
          </div>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              ref={nameField}
              label={t('app.start.name')}
              description={t('app.start.nameHint')}
              error={missing && name.trim() === '' ? t('app.start.nameMissing') : undefined}
              autoComplete="off"
              maxLength={150}
              autoFocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label={t('app.start.country')}
              description={t('app.start.countryHint')}
              data={countryOptions(i18n.language)}
              value={country}
              onChange={(picked) => setChosen(picked ?? country)}
              allowDeselect={false}
              searchable
              autoComplete="off"
            />
          </SimpleGrid>
          <FolderRiskNote risk={settings.profile.risk} />
        </Stack>
        <section aria-labelledby="start-choose">
          <Title order={2} id="start-choose" mb="sm">
            {t('app.start.choose')}
          </Title>
          <div className={classes.ways}>
            <WayCard way="import" icon={IconFileImport} busy={busy} onBegin={begin} main />
            <WayCard way="team" icon={IconUsersGroup} busy={busy} onBegin={begin} />
            <WayCard way="empty" icon={IconBuildingPlus} busy={busy} onBegin={begin} />
            <WayCard way="demo" icon={IconTheater} busy={busy} onBegin={begin} />
            <RestoreWay busy={busy !== undefined} />
          </div>
        </section>
        <Text size="sm" c="dimmed">
          {t('app.start.folder')} <Code className={classes.folder}>{settings.profile.folder}</Code>
        </Text>
      </div>
    </main>
  );
}

interface WayCardProps {
  way: Way;
  icon: ComponentType<IconProps>;
  busy: Way | undefined;
  onBegin(way: Way): Promise<void>;
  main?: boolean;
}

function WayCard({ way, icon: Icon, busy, onBegin, main }: WayCardProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.way}
      data-main={main}
      disabled={busy !== undefined}
      aria-busy={busy === way}
      onClick={() => void onBegin(way)}
    >
      <Icon size={28} stroke={1.5} aria-hidden />
      <span className={classes.wayTitle}>{t(`app.start.${way}`)}</span>
      <span className={classes.wayText}>{t(`app.start.${way}Text`)}</span>
    </button>
  );
}
