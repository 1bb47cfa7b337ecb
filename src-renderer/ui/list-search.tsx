/** The box above a list that narrows it while typing; Enter or the down arrow goes on to the rows. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';

interface ListSearchProps {
  inputRef: RefObject<HTMLInputElement | null>;
  className?: string | undefined;
  text: string;
  onText(text: string): void;
  /** What the box finds, and what its cross does. */
  label: string;
  clearLabel: string;
  onToRows(): void;
}

export function ListSearch({
  inputRef,
  className,
  text,
  onText,
  label,
  clearLabel,
  onToRows,
}: ListSearchProps) {
  return (
    <TextInput
      ref={inputRef}
      className={className}
      type="search"
      autoComplete="off"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={clearLabel}
            onClick={() => onText('')}
          >
            <IconX size={14} />
          </ActionIcon>
        )
      }
      placeholder={label}
      aria-label={label}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onToRows();
      }}
    />
  );
}
