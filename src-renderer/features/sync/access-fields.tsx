/** What decides on the clients that a member sees: role, team and territories. */
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '#shared/sync/wire.ts';

export interface AccessValues {
  role: Role;
  team: string;
  /** As typed, separated by commas. */
  territories: string;
}

interface AccessFieldsProps {
  values: AccessValues;
  onChange(values: AccessValues): void;
  /** Nobody takes away the role by which he may do this. */
  fixedRole?: boolean;
}

export function AccessFields({ values, onChange, fixedRole }: AccessFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('sync.members.role')}
        allowDeselect={false}
        disabled={fixedRole}
        value={values.role}
        data={ROLES.map((role) => ({ value: role, label: t(`sync.members.roles.${role}`) }))}
        onChange={(role) => role && onChange({ ...values, role: role as Role })}
      />
      <TextInput
        label={t('sync.members.team')}
        description={t('sync.members.teamHint')}
        maxLength={80}
        autoComplete="off"
        value={values.team}
        onChange={(event) => onChange({ ...values, team: event.currentTarget.value })}
      />
      <TextInput
        label={t('sync.members.territories')}
        description={t('sync.members.territoriesHint')}
        autoComplete="off"
        value={values.territories}
        onChange={(event) => onChange({ ...values, territories: event.currentTarget.value })}
      />
    </>
  );
}
