/** From a list to the export of what the list shows. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ClientFilter, ContactFilter } from '#shared/contract/clients.ts';

type ExportButtonProps =
  | { what: 'clients'; filter: ClientFilter }
  | { what: 'contacts'; filter: ContactFilter };

export function ExportButton({ what, filter }: ExportButtonProps) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const label = t('common.exportList');
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        // The filter travels beside the address, not in it: it may hold a name.
        onClick={() => go(`/exchange/export?what=${what}`, { state: { filter } })}
      >
        <IconFileExport size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
