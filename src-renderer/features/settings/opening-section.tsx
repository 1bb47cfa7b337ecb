/** Settings of the ways that open the base: what each protects from, the recovery code, the key file, a new key. */
import { Group, List, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop, IconFileUnknown, IconKey, IconLifebuoy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import type { Settings } from '#renderer/lib/preferences.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { KeysState, Way } from '#shared/contract/keys.ts';
import { CodePart } from './code-part.tsx';
import { KeyFilePart } from './key-file-part.tsx';
import { RekeyPart } from './rekey-part.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { storeName } from './store-name.ts';
import { Loading } from '#renderer/ui/loading.tsx';

export function OpeningSection({ profile }: { profile: Settings['profile'] }) {
  const { t } = useTranslation();
  const keys = useLive('keys', 'state', {}, { enabled: profile.kind === 'own' });
  if (profile.kind === 'demo') {
    return (
      <Section title={t('access.title')}>
        <Text>{t('access.demo')}</Text>
      </Section>
    );
  }
  return (
    <Section title={t('access.title')}>
      {keys.error && <Sentence error={keys.error} onRetry={() => void keys.refetch()} />}
      {!keys.data && !keys.error && <Loading />}
      {keys.data && (
        <Stack gap="lg">
          <Ways keys={keys.data} />
          <CodePart keys={keys.data} folder={profile.folder} />
          <StorePart keys={keys.data} />
          <KeyFilePart keys={keys.data} />
          <RekeyPart keys={keys.data} />
        </Stack>
      )}
    </Section>
  );
}

const ICONS = { keyFile: IconKey, osKeyStore: IconDeviceLaptop, recoveryCode: IconLifebuoy } as const;

function Ways({ keys }: { keys: KeysState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = (kind: Way, here: boolean) =>
    t(kind === 'recoveryCode' ? 'access.wayCode' : here ? 'access.wayHere' : 'access.wayElsewhere');
  return (
    <List listStyleType="none" spacing={6}>
      {keys.ways.map(({ kind, createdAt, here, backend }) => {
        const Icon = ICONS[kind];
        const name = backend
          ? `${t(`access.ways.${kind}`)} (${storeName(backend)})`
          : t(`access.ways.${kind}`);
        return (
          <List.Item key={`${kind} ${createdAt}`} icon={<Icon size={20} stroke={1.6} aria-hidden />}>
            <Group gap={6}>
              <Text fw={500}>{t('access.waySince', { way: name, day: format.instant(createdAt) })}</Text>
              <Text c="dimmed">{said(kind, here)}</Text>
            </Group>
          </List.Item>
        );
      })}
      {keys.unknown > 0 && (
        <List.Item icon={<IconFileUnknown size={20} stroke={1.6} aria-hidden />}>
          {t('access.unknown', { count: keys.unknown })}
        </List.Item>
      )}
    </List>
  );
}

/** What the system's key store does, or why there is none; only the desktop has something to say here. */
function StorePart({ keys: { keyStore, ways } }: { keys: KeysState }) {
  const { t } = useTranslation();
  if (!keyStore) return null;
  const here = ways.find(({ kind, here }) => kind === 'osKeyStore' && here);
  const hasKeyFile = ways.some(({ kind }) => kind === 'keyFile');
  return here ? (
    <Stack gap={4}>
      <Text>{t('access.storeTitle', { store: storeName(here.backend ?? '') })}</Text>
      <Text c="dimmed">{t(hasKeyFile ? 'access.storeBesideFile' : 'access.storeText')}</Text>
    </Stack>
  ) : (
    <Text>{t('access.storeNone')}</Text>
  );
}
