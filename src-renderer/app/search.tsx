/** The one search: finds while one types, in every kind of record and among commands, by keyboard alone. */
import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconChevronRight, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { keyLabel } from '#renderer/lib/key-label.ts';
import { useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { Highlight } from '#renderer/ui/highlight.tsx';
import { Initials } from '#renderer/ui/initials.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { commandsNow, matchingCommands } from './search-commands.ts';
import { addressOf, groupOptions, type Option } from './search-results.ts';
import classes from './search.module.css';

interface SearchProps {
  opened: boolean;
  onClose(): void;
}

export function Search({ opened, onClose }: SearchProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      // At once, both ways: a letter typed after the key is already in the field, and the search's key pressed right
      // after Esc opens it anew instead of landing in a field that is going.
      transitionProps={{ duration: 0 }}
      padding={0}
      size={680}
      yOffset="8vh"
      title={t('app.search.title')}
      classNames={{ body: classes.body, content: classes.content, header: 'sr-only' }}
    >
      <SearchBody onClose={onClose} />
    </Modal>
  );
}

function SearchBody({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const wanted = text.trim();
  // Each key asks anew and the question before it is cancelled; the last answer stays until the next is here.
  const found = useLive('search', 'find', { text: wanted }, { enabled: wanted !== '', keepPrevious: true });
  // What is offered stays the same while this stands over the screen.
  const [commands] = useState(commandsNow);
  const answer = wanted === '' ? undefined : found.data;
  const groups = useMemo(
    () => groupOptions(answer, wanted === '' ? commands : matchingCommands(commands, wanted)),
    [answer, commands, wanted],
  );
  const options = groups.flatMap((group) => group.options);
  const current = options[Math.min(active, options.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function choose(option: Option | undefined): void {
    if (!option) return;
    onClose();
    if (option.kind === 'command') option.command.run();
    else go(addressOf(option.kind, option.hit));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = options.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(current);
    }
  }

  const nothing = wanted !== '' && options.length === 0 && !found.isFetching && !found.error;
  return (
    <>
      <TextInput
        ref={field}
        variant="unstyled"
        classNames={{ root: classes.field, input: classes.input }}
        leftSection={<IconSearch size={20} aria-hidden />}
        placeholder={t('app.search.placeholder')}
        aria-label={t('app.search.title')}
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls={`${base}-list`}
        aria-activedescendant={current ? `${base}-${current.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-autofocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${base}-list`}
        role="listbox"
        aria-label={t('app.search.results')}
        className={classes.list}
      >
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-labelledby={`${base}-${group.kind}`}>
            <div id={`${base}-${group.kind}`} className={classes.group} role="presentation">
              {group.kind === 'command' ? t('app.search.commands') : t(`app.search.groups.${group.kind}`)}
              {group.more && <span className={classes.more}>{t('app.search.more')}</span>}
            </div>
            {group.options.map((option) => (
              <div
                key={option.id}
                id={`${base}-${option.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.id === current?.id}
                className={classes.option}
                onClick={() => choose(option)}
                onMouseMove={() => setActive(options.indexOf(option))}
              >
                <OptionLine option={option} search={wanted} />
              </div>
            ))}
          </div>
        ))}
      </div>
      {found.error && wanted !== '' && <Sentence error={found.error} />}
      {nothing && (
        <div className={classes.nothing} role="status">
          <strong>{t('app.search.nothing', { text: wanted })}</strong>
          <span>{t('app.search.nothingHint')}</span>
        </div>
      )}
      <div className={classes.foot}>
        <span>{wanted === '' ? t('app.search.begin') : t('app.search.keys')}</span>
      </div>
    </>
  );
}

function OptionLine({ option, search }: { option: Option; search: string }) {
  const { preferences } = usePreferences();
  if (option.kind === 'command') {
    const { keys = '' } = option.command;
    // A letter that is switched off is no way to the command.
    const shown = keys.length === 1 && preferences?.letterKeys === false ? '' : keys;
    return (
      <>
        <IconChevronRight size={18} aria-hidden />
        <span className={classes.title}>
          <Highlight text={option.command.label} search={search} />
        </span>
        {shown && (
          <span className={classes.commandKeys} aria-hidden>
            {keyLabel(shown)
              .split(' ')
              .map((key) => (
                <Kbd key={key} size="xs">
                  {key}
                </Kbd>
              ))}
          </span>
        )}
      </>
    );
  }
  const { title, subtitle, excerpt } = option.hit;
  return (
    <>
      <Initials name={title} size={28} />
      <span className={classes.words}>
        <span className={classes.line}>
          <span className={classes.title}>
            <Highlight text={title} search={search} />
          </span>
          {subtitle && (
            <span className={classes.subtitle}>
              <Highlight text={subtitle} search={search} />
            </span>
          )}
        </span>
        {excerpt && (
          <span className={classes.excerpt}>
            <Highlight text={excerpt} search={search} />
          </span>
        )}
      </span>
    </>
  );
}
