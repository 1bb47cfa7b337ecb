/** The script of a list, with texts to begin with. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '#renderer/lib/i18n.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { SCRIPT_TEMPLATES } from '#shared/domain/calls/script-templates.ts';

interface ScriptFieldProps {
  value: string | null;
  error: string | undefined;
  onChange(script: string): void;
}

export function ScriptField({ value, error, onChange }: ScriptFieldProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={6}>
      <Stack gap={4} role="group" aria-label={t('calls.template')}>
        <Text size="sm" fw={500}>
          {t('calls.template')}
        </Text>
        <Group gap={6}>
          {SCRIPT_TEMPLATES.map(({ id, name, text }) => {
            const script = text[currentLanguage()];
            return (
              <Button
                key={id}
                variant={value === script ? 'light' : 'default'}
                size="compact-sm"
                aria-pressed={value === script}
                onClick={() => onChange(besideTyped(value, script))}
              >
                {name[currentLanguage()]}
              </Button>
            );
          })}
        </Group>
      </Stack>
      <FieldInput
        entity="callList"
        field="script"
        value={value}
        error={error}
        minRows={8}
        description={t('calls.placesHint')}
        onChange={(typed) => onChange(String(typed))}
      />
    </Stack>
  );
}

/** One text takes the place of another; what somebody wrote himself stays. */
function besideTyped(value: string | null, script: string): string {
  const typed = value?.trim() ?? '';
  const untouched = SCRIPT_TEMPLATES.some(({ text }) => Object.values(text).includes(typed));
  return typed === '' || untouched ? script : `${typed}\n\n${script}`;
}
