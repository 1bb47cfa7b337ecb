/** Under a field that was edited in two places: a small mark that says so and leads to where it is settled. */
import { Tooltip } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useLive } from '#renderer/lib/live.ts';
import { unitOf } from '#shared/entities/define.ts';
import { entityNamed } from '#shared/entities/index.ts';
import { differingFields } from './value-words.ts';
import classes from './conflict-mark.module.css';

export interface MarkedField {
  entity: string;
  record: string;
  field: string;
}

/** Asks about the record only while anything at all is open: most screens have nothing to ask. */
export function useOpenConflict({ entity, record, field }: MarkedField): boolean {
  const any = (useLive('sync', 'state', {}).data?.openConflicts ?? 0) > 0;
  const found = useLive('conflicts', 'list', { record }, { enabled: any });
  const unit = unitOf(entityNamed(entity), field);
  const rows = found.data?.rows.filter((row) => row.record === record && row.unit === unit) ?? [];
  // Of fields that belong together only those are marked whose values differ.
  return (
    any &&
    rows.some(({ kept, lost }) => differingFields(entity, unit, [kept.value, lost.value]).includes(field))
  );
}

export function ConflictMark({ record }: Pick<MarkedField, 'record'>) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('sync.markHint')} multiline w={260}>
      <Link href={`/sync/conflicts/${record}`} className={classes.mark}>
        <IconArrowsSplit2 size={14} aria-hidden />
        {t('sync.mark')}
      </Link>
    </Tooltip>
  );
}
