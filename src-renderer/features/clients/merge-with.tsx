/** Chooses the other entry of the same firm or person, where no suggestion found it; the two are compared before anything is done. */
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { ContactPicker } from '#renderer/pickers/contact-picker.tsx';

interface MergeWithProps {
  kind: 'client' | 'contact';
  record: { id: string; name: string };
  onClose(): void;
}

export function MergeWith({ kind, record, onClose }: MergeWithProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const picking = {
    value: null,
    autoFocus: true,
    without: [record.id],
    onChoose(chosen: { id: string } | null) {
      if (!chosen) return;
      onClose();
      go(`/duplicates/${kind}s/${record.id}/${chosen.id}`);
    },
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`duplicates.withOtherTitle.${kind}`)}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm" mb="sm">
        {t(`duplicates.withOtherText.${kind}`, { name: record.name })}
      </Text>
      {kind === 'client' ? <ClientPicker {...picking} /> : <ContactPicker {...picking} knownOnly />}
    </Modal>
  );
}
