/** How the file is read: what it holds, encoding, delimiter or sheet, the row of headings, the country of phones. */
import { Input, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind, Inspection } from '#shared/contract/exchange.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { countryOptions } from '#renderer/ui/country-options.ts';
import styles from './import.module.css';
import { setOptions, useImport } from './import-store.ts';
import { findFolded } from './find-folded.ts';

const DELIMITER_NAMES: Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

export function ReadingFields({ inspection }: { inspection: Inspection }) {
  const { t, i18n } = useTranslation();
  const asLabel = useId();
  const { preferences } = usePreferences();
  const country = useImport((state) => state.options.country) ?? preferences?.country ?? null;
  const delimiterLabel = (value: string) => {
    const name = DELIMITER_NAMES[value];
    return name ? t(`exchange.delimiters.${name}`) : t('exchange.delimiters.other', { character: value });
  };
  return (
    <div className={styles.fields}>
      <Input.Wrapper label={t('exchange.columns.as')} labelElement="div" labelProps={{ id: asLabel }}>
        <SegmentedControl
          fullWidth
          role="radiogroup"
          aria-labelledby={asLabel}
          value={inspection.as}
          onChange={(as) => setOptions({ as: as as ImportKind })}
          data={[
            { value: 'contacts', label: t('exchange.columns.asContacts') },
            { value: 'clients', label: t('exchange.columns.asClients') },
          ]}
        />
      </Input.Wrapper>
      {inspection.encoding !== null && (
        <Select
          label={t('exchange.columns.encoding')}
          description={t('exchange.columns.encodingHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={[...new Set([inspection.encoding, ...inspection.encodings])]}
          value={inspection.encoding}
          allowDeselect={false}
          searchable
          filter={findFolded}
          nothingFoundMessage={t('exchange.columns.found')}
          onChange={(encoding) => encoding && setOptions({ encoding })}
        />
      )}
      {inspection.delimiter !== null && (
        <Select
          label={t('exchange.columns.delimiter')}
          data={[...new Set([inspection.delimiter, ...inspection.delimiters])].map((value) => ({
            value,
            label: delimiterLabel(value),
          }))}
          value={inspection.delimiter}
          allowDeselect={false}
          onChange={(delimiter) => delimiter && setOptions({ delimiter })}
        />
      )}
      {inspection.sheets.length > 0 && (
        <Select
          label={t('exchange.columns.sheet')}
          data={inspection.sheets}
          value={inspection.sheet}
          allowDeselect={false}
          searchable={inspection.sheets.length > 8}
          filter={findFolded}
          onChange={(sheet) => sheet && setOptions({ sheet })}
        />
      )}
      {inspection.format !== 'vcard' && (
        <Select
          label={t('exchange.columns.headerRow')}
          data={[
            { value: '0', label: t('exchange.columns.headerNone') },
            ...inspection.lines.map((line) => ({
              value: String(line.row),
              label: `${line.row}: ${firstCells(line.cells)}`,
            })),
          ]}
          value={String(inspection.headerRow)}
          allowDeselect={false}
          onChange={(row) => row !== null && setOptions({ headerRow: Number(row) })}
        />
      )}
      <Select
        label={t('exchange.columns.country')}
        description={t('exchange.columns.countryHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={countryOptions(i18n.language)}
        value={country}
        allowDeselect={false}
        searchable
        filter={findFolded}
        nothingFoundMessage={t('exchange.columns.found')}
        onChange={(value) => value && setOptions({ country: value })}
      />
    </div>
  );
}

function firstCells(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .slice(0, 3)
    .join(', ')
    .slice(0, 60);
}
