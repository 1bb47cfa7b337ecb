/** The recovery code typed at the gate; a wrong one is told apart from a mistyped one and from one of an older time. */
import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/features/settings/code-field.tsx';
import { rpc } from '#renderer/lib/client.ts';
import { useFormat } from '#renderer/lib/format.ts';
import { runCommand } from '#renderer/lib/run.ts';
import type { CodeAnswer } from '#shared/contract/gate.ts';

export function EnterCode() {
  const { t } = useTranslation();
  const format = useFormat();
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<CodeAnswer>();
  const [busy, setBusy] = useState(false);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setAnswer(await runCommand(rpc.gate.unlock({ code })));
    setBusy(false);
  }

  function sentence(): string | undefined {
    switch (answer?.problem) {
      case 'mistyped':
        return t('access.enter.mistyped', { count: answer.groups.length, groups: answer.groups.join(', ') });
      case 'incomplete':
        return t('access.enter.incomplete');
      case 'changed':
        return t('access.enter.changed', { day: format.instant(answer.changedAt) });
      case 'wrong':
      case 'stillShut':
        return t(`access.enter.refused.${answer.problem}`);
      default:
        return undefined;
    }
  }

  return (
    <form onSubmit={(event) => void open(event)}>
      <Stack gap="sm">
        <CodeField
          label={t('access.enter.label')}
          description={t('access.enter.hint')}
          error={sentence()}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            setAnswer(undefined);
          }}
          autoFocus
        />
        <Button type="submit" loading={busy || answer?.opened === true} style={{ alignSelf: 'flex-start' }}>
          {t('access.enter.open')}
        </Button>
      </Stack>
    </form>
  );
}
