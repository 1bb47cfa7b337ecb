/** Chooses a client by any part of its name, its IČO or town. */
import type { SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';
import { RecordSelect } from './record-select.tsx';

export interface ChosenClient {
  id: string;
  name: string;
}

export interface ClientPickerProps
  extends Pick<SelectProps, 'label' | 'error' | 'required' | 'disabled' | 'autoFocus' | 'w' | 'size'> {
  value: string | null;
  /** Name of the chosen client, where the caller knows it. */
  valueName?: string | null;
  onChoose(client: ChosenClient | null): void;
  clearable?: boolean;
  /** Not offered. */
  without?: readonly string[];
}

const SHOWN = 12;

export function ClientPicker(props: ClientPickerProps) {
  const { value, valueName, onChoose, label, without = [], ...rest } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(valueName ?? '');
  const [asked, setAsked] = useState(false);
  const [searched] = useDebouncedValue(text.trim(), 80);
  // The name of the chosen client stands in the field: then all clients are offered, not only that one.
  const filter = searched && searched !== valueName ? { text: searched.slice(0, 200) } : {};
  const found = useLive('clients', 'list', { filter, limit: SHOWN }, { enabled: asked, keepPrevious: true });
  return (
    <RecordSelect
      {...rest}
      label={label}
      aria-label={label ? undefined : t('fields.interaction.client')}
      placeholder={t('clients.picker.client')}
      value={value}
      valueLabel={valueName}
      text={text}
      onText={setText}
      onFocus={() => setAsked(true)}
      options={(found.data?.rows ?? [])
        .filter((row) => !without.includes(row.id))
        .map((row) => ({
          value: row.id,
          label: row.name,
          detail: [row.town, row.ico && `${t('fields.client.ico')} ${row.ico}`].filter(Boolean).join(' · '),
        }))}
      onChoose={(option) => onChoose(option && { id: option.value, name: option.label })}
      searching={found.isFetching && !found.data}
      nothingFound={t('clients.picker.noClient')}
    />
  );
}
