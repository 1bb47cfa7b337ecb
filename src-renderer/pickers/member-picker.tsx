/** Chooses a colleague of the firm. */
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';

export interface MemberPickerProps
  extends Pick<
    SelectProps,
    'label' | 'description' | 'error' | 'disabled' | 'size' | 'variant' | 'w' | 'aria-label'
  > {
  value: string | null;
  onChoose(member: string | null): void;
  clearable?: boolean;
}

export function MemberPicker({ value, onChoose, clearable = true, ...rest }: MemberPickerProps) {
  const { t } = useTranslation();
  const members = useLive('settings', 'members', {});
  return (
    <Select
      {...rest}
      searchable
      autoComplete="off"
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      data={(members.data ?? []).map((member) => ({ value: member.id, label: member.name }))}
      value={value}
      onChange={onChoose}
    />
  );
}
