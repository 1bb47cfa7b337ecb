/** The formats as presets, each with a sentence that says for whom it is. */
import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/exchange.ts';
import styles from './export.module.css';

const NAMES = {
  'csv-excel': 'csvExcel',
  xlsx: 'xlsx',
  csv: 'csv',
  vcard30: 'vcard30',
  vcard40: 'vcard40',
  json: 'json',
} as const satisfies Record<ExportFormat, string>;

export function ExportFormats({
  value,
  onChange,
}: {
  value: ExportFormat;
  onChange(format: ExportFormat): void;
}) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t('exchange.export.format')}
      value={value}
      onChange={(chosen) => {
        const format = EXPORT_FORMATS.find((one) => one === chosen);
        if (format) onChange(format);
      }}
    >
      <div className={styles.formats}>
        {(Object.keys(NAMES) as ExportFormat[]).map((format) => (
          <label key={format} className={styles.format} data-chosen={format === value || undefined}>
            <Radio
              value={format}
              aria-describedby={`format-${format}`}
              aria-label={t(`exchange.formats.${NAMES[format]}`)}
            />
            <span>
              <Text component="span" fw={600} className={styles.block}>
                {t(`exchange.formats.${NAMES[format]}`)}
              </Text>
              <Text component="span" c="dimmed" size="sm" id={`format-${format}`}>
                {t(`exchange.formats.${NAMES[format]}Text`)}
              </Text>
            </span>
          </label>
        ))}
      </div>
    </Radio.Group>
  );
}
