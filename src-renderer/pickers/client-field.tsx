/** The client of a record that is being written: his name stands in the draft beside his id, as `clientName`. */
import type { Draft } from '#renderer/lib/draft.ts';
import type { FormField, FormValues } from '#renderer/ui/new-record-form.tsx';
import { type ChosenClient, ClientPicker, type ClientPickerProps } from './client-picker.tsx';

interface ClientFieldProps extends Pick<ClientPickerProps, 'label' | 'required' | 'autoFocus' | 'clearable'> {
  field: FormField;
  draft: Draft<FormValues>;
  /** After the client stands in the draft: for what hangs on him. */
  onChosen?(client: ChosenClient | null): void;
}

export function ClientField({ field, draft, onChosen, ...rest }: ClientFieldProps) {
  return (
    <ClientPicker
      {...rest}
      value={field.value as string | null}
      valueName={draft.values['clientName'] as string | null}
      error={field.error}
      onChoose={(chosen) => {
        draft.setAll({ clientName: chosen?.name ?? null });
        field.change(chosen?.id ?? null);
        onChosen?.(chosen);
      }}
    />
  );
}
