/** Kilometres between two places, typed by hand; the last distance driven between them is offered beside. */
import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import { useLive } from '#renderer/lib/live.ts';
import { FieldInput } from '#renderer/ui/field-input.tsx';

interface KilometresInputProps {
  from: string;
  to: string;
  value: number | null;
  error?: string | undefined;
  /** Null where the label stands elsewhere; it is then read to screen readers. */
  label?: null;
  onChange(value: number | null): void;
}

export function KilometresInput({ from, to, value, error, label, onChange }: KilometresInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pair] = useDebouncedValue([from.trim(), to.trim()] as const, 200);
  const isPair = pair[0] !== '' && pair[1] !== '';
  const last = useLive('trips', 'distance', { from: pair[0], to: pair[1] }, { enabled: isPair });
  const offered = isPair && last.data && last.data.kilometres !== value ? last.data : null;
  return (
    <Group gap={8} align="flex-end" wrap="nowrap">
      <FieldInput
        entity="trip"
        field="kilometres"
        label={label}
        placeholder={label === null ? 'km' : undefined}
        value={value}
        error={error}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
      />
      {offered && (
        <Button
          variant="light"
          size="sm"
          px="sm"
          flex="none"
          title={format.day(offered.on)}
          onClick={() => onChange(offered.kilometres)}
        >
          {t('trips.lastTime', { kilometres: format.number(offered.kilometres) })}
        </Button>
      )}
    </Group>
  );
}
