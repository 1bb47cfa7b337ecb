/** The log as a file for the tax office: the month or the whole year, as a workbook or CSV. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';
import { receiveFile } from '#renderer/lib/receive-file.ts';
import { sentenceFor } from '#renderer/lib/run.ts';
import { TRIP_FORMATS, type TripFormat } from '#shared/contract/trips.ts';

interface ExportMenuProps {
  /** YYYY-MM */
  month: string;
  monthName: string;
  member: string | null;
}

export function ExportMenu({ month, monthName, member }: ExportMenuProps) {
  const { t } = useTranslation();
  const year = month.slice(0, 4);

  async function save(period: string, format: TripFormat): Promise<void> {
    try {
      const language = currentLanguage();
      const events = await rpc.trips.export({ period, format, language, ...(member && { member }) });
      const received = await receiveFile(events);
      if (received) showNote(t('trips.exported', { name: received.name, count: received.rows }));
    } catch (error) {
      showTrouble(sentenceFor(error));
    }
  }

  return (
    <Menu position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button variant="default" leftSection={<IconFileExport size={18} />}>
          {t('trips.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[
          { period: month, name: monthName },
          { period: year, name: t('trips.wholeYear', { year }) },
        ].map(({ period, name }) =>
          TRIP_FORMATS.map((format) => (
            <Menu.Item key={period + format} onClick={() => void save(period, format)}>
              {name}, {t(format === 'xlsx' ? 'trips.asWorkbook' : 'trips.asCsv')}
            </Menu.Item>
          )),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
