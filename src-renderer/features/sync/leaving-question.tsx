/** The brake: more clients would go than a change of access explains. Nothing goes before the person agrees. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import { verifyNow } from './verify-now.ts';

export function LeavingQuestion({ onPutOff }: { onPutOff(): void }) {
  const { t } = useTranslation();
  const run = useRun();
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconUserQuestion size={20} />}
      title={t('sync.leaving.title')}
    >
      <Text mb="sm">
        {t('sync.trouble.manyLeaving')} {t('sync.leaving.text')}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void verifyNow()}>
          {t('sync.leaving.verify')}
        </Button>
        <Button variant="default" onClick={onPutOff}>
          {t('sync.leaving.stay')}
        </Button>
        <Button variant="subtle" onClick={() => void run(rpc.sync.allowLeaving({}))}>
          {t('sync.leaving.allow')}
        </Button>
      </Group>
    </Alert>
  );
}
