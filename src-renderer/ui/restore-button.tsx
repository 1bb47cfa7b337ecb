/** Puts an old value of a unit back, as an ordinary edit that can be undone. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useRun } from '#renderer/lib/run.ts';
import { fieldName, fieldsOfUnit, type UnitValue, useValueWords } from './value-words.ts';

interface RestoreButtonProps {
  entity: string;
  record: string;
  unit: string;
  value: UnitValue;
}

export function RestoreButton({ entity, record, unit, value }: RestoreButtonProps) {
  const { t } = useTranslation();
  const run = useRun();
  const words = useValueWords();
  const fields = fieldsOfUnit(entity, unit);
  const whole = Object.fromEntries(fields.map((field) => [field, value[field] ?? null]));
  const said = fields
    .map(
      (field) => `${fieldName(entity, field)}: ${words.of(entity, field, whole[field]) || t('common.none')}`,
    )
    .join(', ');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      title={said}
      aria-label={t('common.restoreOf', { what: said })}
      onClick={() =>
        void run(rpc.history.restore({ entity, id: record, unit, value: whole }), {
          done: 'common.restored',
          undoable: true,
        })
      }
    >
      {t('common.restore')}
    </Button>
  );
}
