/** Chooses a colleague of the firm. */
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';

export interface MemberPickerProps
  extends Pick<
    SelectProps,
    'label' | 'description' | 'error' | 'disabled' | 'size' | 'variant' | 'w' | 'aria-label' | 'autoFocus'
  > {
  value: string | null;
  onChoose(member: string | null): void;
  clearable?: boolean;
  /** Who is not offered. */
  without?: string | undefined;
}

export function MemberPicker({ value, onChoose, clearable = true, without, ...rest }: MemberPickerProps) {
  const { t } = useTranslation();
  const members = useLive('settings', 'members', {});
  return (
    <Select
      {...rest}
      searchable
      // As in `record-select.tsx`.
      data-autofocus={rest.autoFocus || undefined}
      openOnFocus={!rest.autoFocus}
      autoComplete="off"
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      data={(members.data ?? [])
        .filter((member) => member.id !== without)
        .map((member) => ({ value: member.id, label: member.name }))}
      value={value}
      onChange={onChoose}
    />
  );
}
