/** A chooser whose options are looked up in the engine as one types; the pickers of each entity are made of it. */
import { Loader, Select, type SelectProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface RecordOption {
  value: string;
  label: string;
  /** Second line: a town, a firm. */
  detail?: string | null;
}

export interface RecordSelectProps
  extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'onSearchChange' | 'searchValue'> {
  /** The first field of a dialog. */
  'data-autofocus'?: boolean | undefined;
  options: RecordOption[];
  value: string | null;
  /** Label of the chosen record, which need not be among the options. */
  valueLabel?: string | null;
  text: string;
  onText(text: string): void;
  onChoose(option: RecordOption | null): void;
  searching?: boolean;
  nothingFound: ReactNode;
}

export function RecordSelect(props: RecordSelectProps) {
  const { options, value, valueLabel, text, onText, onChoose, searching, nothingFound, ...rest } = props;
  const { t } = useTranslation();
  const isFirst = Boolean(rest.autoFocus || rest['data-autofocus']);
  const known = options.some((option) => option.value === value);
  const data = value && !known ? [{ value, label: valueLabel ?? '' }, ...options] : options;
  const details = new Map(options.map((option) => [option.value, option.detail]));
  return (
    <Select
      comboboxProps={{ withinPortal: true }}
      autoComplete="off"
      // As in every form: what is missing is said when one saves.
      withAsterisk={false}
      maxDropdownHeight={320}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      {...rest}
      // A dialog looks for it; else it would take the focus away again, to its own first button, and with it what is typed.
      data-autofocus={isFirst || undefined}
      // What has the focus by itself covers nothing with its list before somebody types.
      openOnFocus={!isFirst}
      searchable
      data={data}
      // The engine has already matched, blind to accents; only the chosen record that does not match is hidden.
      filter={({ options: all, search }) =>
        known || !search || search === valueLabel
          ? all
          : all.filter((one) => !('value' in one) || one.value !== value)
      }
      value={value}
      searchValue={text}
      onSearchChange={onText}
      onChange={(chosen) => onChoose(data.find((option) => option.value === chosen) ?? null)}
      nothingFoundMessage={searching ? t('common.loading') : nothingFound}
      rightSection={searching ? <Loader size={14} /> : rest.rightSection}
      renderOption={({ option }) => (
        <span style={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}>
          <span>{option.label}</span>
          {details.get(option.value) && (
            <span style={{ color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-xs)' }}>
              {details.get(option.value)}
            </span>
          )}
        </span>
      )}
    />
  );
}
