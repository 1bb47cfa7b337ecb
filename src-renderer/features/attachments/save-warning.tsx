/** Before something goes to the disk that acts when it is opened there. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function SaveWarning({ name, onSave, onClose }: { name: string; onSave(): void; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('attachments.warn.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text size="sm">{t('attachments.warn.text', { name })}</Text>
        <Group justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              onClose();
              onSave();
            }}
          >
            {t('attachments.warn.save')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('attachments.warn.leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
