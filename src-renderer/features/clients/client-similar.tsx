/** Firms that may already be in the base, shown while a new one is being written. */
import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';

interface SimilarClientsProps {
  name: string;
  ico: string;
  /** The client itself, when an existing one is being edited. */
  except?: string;
}

const LEAST_LETTERS = 3;

export function SimilarClients({ name, ico, except }: SimilarClientsProps) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(JSON.stringify([name.trim(), ico.trim()]), 150);
  const [askedName, askedIco] = JSON.parse(asked) as [string, string];
  const input = {
    name: askedName.length >= LEAST_LETTERS ? askedName.slice(0, 250) : undefined,
    ico: askedIco.length >= 6 ? askedIco.slice(0, 20) : undefined,
    except,
  };
  const found = useLive('clients', 'similar', input, {
    enabled: Boolean(input.name || input.ico),
    keepPrevious: true,
  });
  const similar = input.name || input.ico ? (found.data ?? []) : [];
  if (similar.length === 0) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconCopy size={18} />}
      title={t('clients.similarTitle')}
      role="status"
    >
      <Stack gap={4}>
        {similar.slice(0, 5).map((client) => (
          <div key={client.id}>
            <Anchor component={Link} href={`/clients/${client.id}`} size="sm" fw={600}>
              {t('clients.openIt', { name: client.name })}
            </Anchor>
            <Text size="sm">
              {[
                client.by === 'ico' ? t('clients.sameIco') : t('clients.sameName'),
                client.ico && `${fieldLabel('client', 'ico')} ${client.ico}`,
                client.town,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Alert>
  );
}
