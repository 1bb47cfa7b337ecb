/** The promises heard: one line is always waiting, Enter makes the next. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#renderer/lib/client.ts';
import classes from './composer.module.css';
import { emptyPromise, type PromiseDraft } from './log-draft.ts';
import { PromiseFields } from './promise-fields.tsx';

interface LogPromisesProps {
  promises: PromiseDraft[];
  inputRef: RefObject<HTMLInputElement | null>;
  onChange(promises: PromiseDraft[]): void;
}

export function LogPromises({ promises, inputRef, onChange }: LogPromisesProps) {
  const { t } = useTranslation();
  // The line waiting for the next promise has an id before anything is typed into it.
  const [waiting, setWaiting] = useState(() => emptyPromise(newId()));
  const lines = promises.length > 0 ? promises : [waiting];
  const isNew = useRef(false);

  useEffect(() => {
    if (!isNew.current) return;
    isNew.current = false;
    inputRef.current?.focus();
  });

  function addNext() {
    isNew.current = true;
    const last = promises.at(-1);
    // A line that is still empty is the next one already.
    onChange(last && !last.text.trim() ? [...promises] : [...promises, emptyPromise(newId())]);
  }

  return (
    <>
      {lines.map((one, at) => (
        <PromiseFields
          key={one.id}
          value={one}
          inputRef={at === lines.length - 1 ? inputRef : undefined}
          onNext={addNext}
          onChange={(next) => {
            const known = promises.some((old) => old.id === next.id);
            onChange(known ? promises.map((old) => (old.id === next.id ? next : old)) : [...promises, next]);
          }}
          onRemove={() => {
            setWaiting(emptyPromise(newId()));
            onChange(promises.filter((old) => old.id !== one.id));
          }}
        />
      ))}
      {promises.some((one) => one.text.trim()) && (
        <Button
          className={classes.next}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={addNext}
        >
          {t('meetings.promiseNext')}
        </Button>
      )}
    </>
  );
}
