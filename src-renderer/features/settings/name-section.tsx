/** The local member's name: committed on leaving the field or Enter, restored with Esc. */
import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { Section } from '#renderer/ui/section.tsx';

export function NameSection({ name }: { name: string }) {
  const { t } = useTranslation();
  const run = useRun();
  const [typed, setTyped] = useState(name);
  useEffect(() => setTyped(name), [name]);
  const empty = typed.trim() === '';

  function commit(): void {
    if (!empty && typed.trim() !== name)
      void run(rpc.settings.rename({ name: typed.trim() }), { done: 'common.saved' });
  }

  return (
    <Section title={t('settings.person')}>
      <TextInput
        label={t('settings.name')}
        description={t('settings.nameHint')}
        maw={360}
        maxLength={150}
        autoComplete="off"
        error={empty ? problemSentence('required') : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setTyped(name);
        }}
      />
    </Section>
  );
}
