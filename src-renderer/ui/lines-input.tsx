/** Inputs for lists: telephones and e-mails with their kinds, addresses, and plain lines. */
import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESS_KINDS, EMAIL_KINDS, PHONE_KINDS } from '#shared/entities/field.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { countryOptions } from './country-options.ts';

interface ListInputProps {
  label: string;
  hideLabel?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  value: unknown;
  onChange(value: unknown): void;
  onBlur?(): void;
  onKeyDown?: KeyboardEventHandler<HTMLElement>;
  disabled?: boolean;
}

type Item = Record<string, string | null>;

interface ItemsProps<I> extends ListInputProps {
  blank: I;
  addLabel: string;
  line(item: I, change: (item: I) => void, place: string): ReactNode;
}

function ItemsInput<I>({
  label,
  hideLabel,
  description,
  error,
  value,
  onChange,
  blank,
  addLabel,
  line,
  ...rest
}: ItemsProps<I>) {
  const { t } = useTranslation();
  const items = Array.isArray(value) ? (value as I[]) : [];
  const replace = (at: number, item: I) => onChange(items.map((old, index) => (index === at ? item : old)));
  return (
    <Input.Wrapper
      label={hideLabel ? undefined : label}
      description={description}
      error={error}
      labelElement="div"
      role="group"
      aria-label={label}
      // Leaving the whole list commits it, moving between its lines does not.
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) rest.onBlur?.();
      }}
      onKeyDown={rest.onKeyDown}
    >
      <Stack gap={4} align="stretch">
        {items.map((item, at) => (
          <Group key={at} gap={4} wrap="nowrap" align="flex-start">
            {line(item, (next) => replace(at, next), `${label} ${at + 1}`)}
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              disabled={rest.disabled}
              aria-label={t('common.removeLine', { number: at + 1 })}
              onClick={() => onChange(items.filter((_, index) => index !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={rest.disabled}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...items, blank])}
        >
          {addLabel}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

function kindOptions(entity: string, kinds: readonly string[]) {
  return kinds.map((kind) => ({ value: kind, label: choiceLabel(entity, 'kind', kind) }));
}

export function PhonesInput(props: ListInputProps) {
  const { t } = useTranslation();
  return (
    <ItemsInput<Item>
      {...props}
      blank={{ value: '', kind: 'work' }}
      addLabel={t('common.addPhone')}
      line={(item, change, place) => (
        <ValueWithKind
          item={item}
          change={change}
          place={place}
          type="tel"
          label={t('common.phoneNumber')}
          kinds={kindOptions('phone', PHONE_KINDS)}
        />
      )}
    />
  );
}

export function EmailsInput(props: ListInputProps) {
  const { t } = useTranslation();
  return (
    <ItemsInput<Item>
      {...props}
      blank={{ value: '', kind: 'work' }}
      addLabel={t('common.addEmail')}
      line={(item, change, place) => (
        <ValueWithKind
          item={item}
          change={change}
          place={place}
          type="email"
          label={t('common.emailAddress')}
          kinds={kindOptions('email', EMAIL_KINDS)}
        />
      )}
    />
  );
}

interface ValueWithKindProps {
  item: Item;
  change(item: Item): void;
  place: string;
  type: 'tel' | 'email';
  label: string;
  kinds: { value: string; label: string }[];
}

function ValueWithKind({ item, change, place, type, label, kinds }: ValueWithKindProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        style={{ flex: 1, minWidth: 0 }}
        type={type === 'tel' ? 'tel' : 'text'}
        inputMode={type}
        autoComplete="off"
        aria-label={`${place}: ${label}`}
        autoFocus={item['value'] === ''}
        value={item['value'] ?? ''}
        onChange={(event) => change({ ...item, value: event.currentTarget.value })}
      />
      <Select
        w={104}
        aria-label={`${place}: ${t('common.kindOf')}`}
        data={kinds}
        value={item['kind'] ?? null}
        allowDeselect={false}
        onChange={(kind) => change({ ...item, kind })}
      />
    </>
  );
}

export function AddressesInput(props: ListInputProps) {
  const { t, i18n } = useTranslation();
  return (
    <ItemsInput<Item>
      {...props}
      blank={{ kind: 'branch', street: null, postcode: null, town: null, country: null }}
      addLabel={t('common.addAddress')}
      line={(item, change, place) => (
        <Stack gap={4} style={{ flex: 1 }}>
          <Group gap={4} wrap="nowrap">
            <Select
              w={130}
              aria-label={`${place}: ${t('common.kindOf')}`}
              data={kindOptions('address', ADDRESS_KINDS)}
              value={item['kind'] ?? null}
              allowDeselect={false}
              onChange={(kind) => change({ ...item, kind })}
            />
            <AddressPart part="street" item={item} change={change} place={place} />
          </Group>
          <Group gap={4} wrap="nowrap">
            <AddressPart part="postcode" item={item} change={change} place={place} width={96} />
            <AddressPart part="town" item={item} change={change} place={place} />
            <Select
              w={140}
              aria-label={`${place}: ${fieldLabel('client', 'country')}`}
              placeholder={fieldLabel('client', 'country')}
              data={countryOptions(i18n.language)}
              searchable
              value={item['country'] ?? null}
              onChange={(country) => change({ ...item, country })}
            />
          </Group>
        </Stack>
      )}
    />
  );
}

interface AddressPartProps {
  part: 'street' | 'postcode' | 'town';
  item: Item;
  change(item: Item): void;
  place: string;
  width?: number;
}

function AddressPart({ part, item, change, place, width }: AddressPartProps) {
  const label = fieldLabel('client', part);
  return (
    <TextInput
      style={width ? { width } : { flex: 1, minWidth: 0 }}
      autoComplete="off"
      aria-label={`${place}: ${label}`}
      placeholder={label}
      value={item[part] ?? ''}
      onChange={(event) => change({ ...item, [part]: event.currentTarget.value || null })}
    />
  );
}

export function LinesInput(props: ListInputProps) {
  const { t } = useTranslation();
  return (
    <ItemsInput<string>
      {...props}
      blank=""
      addLabel={t('common.addLine')}
      line={(item, change, place) => (
        <TextInput
          style={{ flex: 1 }}
          autoComplete="off"
          aria-label={place}
          autoFocus={item === ''}
          value={item}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    />
  );
}
