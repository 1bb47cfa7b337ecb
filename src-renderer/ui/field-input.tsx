/** The right input for a field, chosen by its kind in the entity's statement. References have pickers instead. */
import { Autocomplete, Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { DayInput } from './day-input.tsx';
import { fieldOf } from './field-values.ts';
import { AddressesInput, EmailsInput, LinesInput, PhonesInput } from './lines-input.tsx';
import { countryOptions } from './country-options.ts';

export interface FieldInputProps {
  entity: string;
  field: string;
  value: unknown;
  onChange(value: unknown): void;
  /** Instead of the field's own label; `null` hides it, the field's label is then read to screen readers. */
  label?: string | null;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  /** Values already used, offered while typing into a text field. */
  suggestions?: string[];
  autoFocus?: boolean;
  variant?: 'default' | 'unstyled' | 'filled';
  minRows?: number;
  disabled?: boolean;
  rightSection?: ReactNode;
  onBlur?(): void;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
}

export function FieldInput(props: FieldInputProps) {
  const { t, i18n } = useTranslation();
  const { entity, field, value, onChange, label, suggestions, minRows, autoFocus, ...rest } = props;
  const statement = fieldOf(entity, field);
  const name = label ?? fieldLabel(entity, field);
  const common = {
    ...rest,
    label: label === null ? undefined : name,
    'aria-label': label === null ? name : undefined,
    name: `${entity}-${field}`,
    autoComplete: 'off',
    required: statement.required,
    withAsterisk: false,
    'data-autofocus': autoFocus || undefined,
    autoFocus,
  };
  const written = typeof value === 'string' ? value : '';
  switch (statement.kind) {
    case 'text':
      if (field === 'country') {
        return (
          <Select
            {...common}
            data={countryOptions(i18n.language)}
            value={written || null}
            onChange={onChange}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common.remove') }}
          />
        );
      }
      if (suggestions)
        return <Autocomplete {...common} data={suggestions} value={written} onChange={onChange} />;
      return (
        <TextInput {...common} value={written} onChange={(event) => onChange(event.currentTarget.value)} />
      );
    case 'longText':
      return (
        <Textarea
          {...common}
          autosize
          minRows={minRows ?? 2}
          maxRows={16}
          value={written}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          data={(statement.values ?? []).map((choice) => ({
            value: choice,
            label: choiceLabel(entity, field, choice),
          }))}
          value={written || null}
          onChange={onChange}
          allowDeselect={!statement.required}
          clearable={!statement.required}
          clearButtonProps={{ 'aria-label': t('common.remove') }}
        />
      );
    case 'day':
      return (
        <DayInput
          {...common}
          value={written || null}
          onChange={onChange}
          clearable={!statement.required}
          clearButtonProps={{ 'aria-label': t('common.remove') }}
          popoverProps={{ withinPortal: true }}
        />
      );
    case 'instant':
      return (
        <DateTimePicker
          {...common}
          value={typeof value === 'number' ? new Date(value) : null}
          onChange={(picked) =>
            onChange(picked === null ? null : new Date(picked.replace(' ', 'T')).getTime())
          }
          valueFormat={i18n.language === 'en' ? 'DD/MM/YYYY HH:mm' : 'D. M. YYYY HH:mm'}
          locale={i18n.language}
          firstDayOfWeek={1}
        />
      );
    case 'integer':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
          allowDecimal={false}
          hideControls
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={name}
          description={rest.description}
          error={rest.error}
          disabled={rest.disabled}
          name={`${entity}-${field}`}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
          onBlur={rest.onBlur}
        />
      );
    case 'phones':
      return (
        <PhonesInput {...rest} label={name} hideLabel={label === null} value={value} onChange={onChange} />
      );
    case 'emails':
      return (
        <EmailsInput {...rest} label={name} hideLabel={label === null} value={value} onChange={onChange} />
      );
    case 'addresses':
      return (
        <AddressesInput {...rest} label={name} hideLabel={label === null} value={value} onChange={onChange} />
      );
    case 'texts':
      return (
        <LinesInput {...rest} label={name} hideLabel={label === null} value={value} onChange={onChange} />
      );
    case 'reference':
    case 'references':
    case 'values':
      throw new Error(`${entity}.${field} needs a picker`);
  }
}
