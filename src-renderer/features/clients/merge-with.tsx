/** Chooses the other entry of the same firm, where no suggestion found it; the two are compared before anything is done. */
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';

interface MergeWithProps {
  client: { id: string; name: string };
  onClose(): void;
}

export function MergeWith({ client, onClose }: MergeWithProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('duplicates.withOtherTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm" mb="sm">
        {t('duplicates.withOtherText', { name: client.name })}
      </Text>
      <ClientPicker
        value={null}
        autoFocus
        onChoose={(chosen) => {
          if (!chosen || chosen.id === client.id) return;
          onClose();
          go(`/duplicates/clients/${client.id}/${chosen.id}`);
        }}
      />
    </Modal>
  );
}
