/**
 * A field that shows only while it is edited: it goes away once its value is written, given up or left as it was, and
 * stays while it cannot be written.
 */
import { useRef } from 'react';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { fieldOf } from '#renderer/ui/field-values.ts';

interface EditInPlaceProps {
  entity: string;
  field: string;
  record: string;
  client: string;
  value: string | null;
  label: string | null;
  minRows?: number;
  onCommit(value: unknown): Promise<unknown>;
  /** `byKey`: left with Enter or Esc, so the focus needs a place to go to. */
  onLeave(byKey: boolean): void;
}

export function EditInPlace({ onCommit, onLeave, ...field }: EditInPlaceProps) {
  const box = useRef<HTMLDivElement>(null);
  const writing = useRef(false);
  const key = useRef<string>(undefined);
  const { required } = fieldOf(field.entity, field.field);

  function leave(byKey: boolean) {
    const input = box.current?.querySelector<HTMLInputElement>('input, textarea');
    const refused = required && input?.value.trim() === '' && key.current !== 'Escape';
    // While it is being written the answer decides: leaving now would write it a second time.
    if (!writing.current && !refused) onLeave(byKey);
  }

  async function write(value: unknown) {
    writing.current = true;
    const byKey = key.current === 'Enter';
    try {
      await onCommit(value);
      onLeave(byKey);
    } finally {
      writing.current = false;
    }
  }

  return (
    <div
      ref={box}
      onKeyDownCapture={(event) => {
        key.current = event.key;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave(true);
      }}
      onBlur={() => leave(false)}
    >
      <CommitField {...field} autoFocus onCommit={write} onLeave={() => leave(true)} />
    </div>
  );
}
