/** A new base on a computer without a key store that may be trusted: the code is proved before the base is made. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeStep } from '#renderer/features/settings/code-step.tsx';
import { storeName } from '#renderer/features/settings/store-name.ts';
import { rpc } from '#renderer/lib/client.ts';
import type { GateState } from '#shared/contract/gate.ts';
import { GateSheet } from './gate-sheet.tsx';

export function FirstCode({ state }: { state: GateState }) {
  const { t } = useTranslation();
  const { backend } = state.keyStore;
  return (
    <GateSheet title={t('access.gate.first.title')} lead={t('access.gate.first.text')} folder={state.folder}>
      {backend && (
        <Text c="dimmed">
          {backend === 'basic_text'
            ? t('access.gate.first.basic')
            : t('access.gate.first.silent', { store: storeName(backend) })}
        </Text>
      )}
      {/* The base opens with the proof, and the window connects anew. */}
      <CodeStep source={rpc.gate} folder={state.folder} onProved={() => undefined} />
    </GateSheet>
  );
}
