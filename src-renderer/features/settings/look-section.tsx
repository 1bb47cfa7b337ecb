/** Language, country and look. */
import { Group, Radio, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { countryOptions } from '#renderer/ui/country-options.ts';
import { type Preferences, THEMES, UI_LANGUAGES } from '#shared/contract/settings.ts';
import { Section } from '#renderer/ui/section.tsx';

export function LookSection({ preferences }: { preferences: Preferences }) {
  const { t, i18n } = useTranslation();
  const { change } = usePreferences();
  return (
    <Section title={t('settings.look')}>
      <Radio.Group
        label={t('settings.language')}
        value={preferences.language}
        onChange={(language) => change({ language: language as Preferences['language'] })}
      >
        <Group gap="lg" mt={6}>
          {UI_LANGUAGES.map((language) => (
            <Radio key={language} value={language} label={t(`settings.languages.${language}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        label={t('settings.theme')}
        value={preferences.theme}
        onChange={(theme) => change({ theme: theme as Preferences['theme'] })}
      >
        <Group gap="lg" mt={6}>
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={t(`settings.themes.${theme}`)} />
          ))}
        </Group>
      </Radio.Group>
      <Select
        label={t('settings.country')}
        description={t('settings.countryHint')}
        maw={360}
        data={countryOptions(i18n.language)}
        value={preferences.country}
        onChange={(country) => country && change({ country })}
        allowDeselect={false}
        searchable
        autoComplete="off"
      />
    </Section>
  );
}
