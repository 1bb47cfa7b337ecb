/** The buttons of a page that is for paper as it stands. */
import { ActionIcon, Button } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { desktop } from '#renderer/lib/desktop.ts';

export function PaperActions({ onPrint, onSavePdf }: { onPrint(): void; onSavePdf(): void }) {
  const { t } = useTranslation();
  return (
    <>
      {desktop && (
        <ActionIcon variant="default" size={36} aria-label={t('print.savePdf')} onClick={onSavePdf}>
          <IconFileTypePdf size={18} />
        </ActionIcon>
      )}
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={onPrint}>
        {t('print.print')}
      </Button>
    </>
  );
}
