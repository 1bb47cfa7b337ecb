/** Which columns the file has and in what order: by arrows, by dragging, or with Alt and an arrow key. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OrderedChoices } from '#renderer/ui/ordered-choices.tsx';
import styles from './export.module.css';

interface ExportColumnsProps {
  offered: { key: string; header: string }[];
  chosen: string[];
  onChange(columns: string[]): void;
}

export function ExportColumns({ offered, chosen, onChange }: ExportColumnsProps) {
  const { t } = useTranslation();
  const others = offered.filter((column) => !chosen.includes(column.key)).map((column) => column.key);
  return (
    <fieldset className={styles.fieldset}>
      <Text component="legend" fw={600} size="sm">
        {t('exchange.export.columns')}
      </Text>
      <Group justify="space-between" mb="xs">
        <Text c={chosen.length === 0 ? 'red' : 'dimmed'} size="sm" role="status">
          {chosen.length === 0
            ? t('exchange.export.columnsNone')
            : t('exchange.export.columnsChosen', { count: chosen.length, total: offered.length })}
        </Text>
        <Group gap="xs">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange([...chosen, ...others])}
            disabled={others.length === 0}
          >
            {t('exchange.export.columnsAll')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(offered.map(({ key }) => key).filter((key) => chosen.includes(key)))}
          >
            {t('exchange.export.columnsReset')}
          </Button>
        </Group>
      </Group>
      <OrderedChoices
        offered={offered.map(({ key, header }) => ({ key, label: header }))}
        chosen={chosen}
        onChange={onChange}
      />
      <Text c="dimmed" size="sm" mt={4}>
        {t('common.moveHint')}
      </Text>
    </fieldset>
  );
}
