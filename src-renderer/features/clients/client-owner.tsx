/** Who is responsible for the client; chosen from the colleagues and written at once. */
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { editClient } from './edit-client.ts';

interface OwnerFieldProps {
  client: string;
  owner: string | null;
  clearable?: boolean;
}

export function OwnerField({ client, owner, clearable }: OwnerFieldProps) {
  const run = useRun();
  return (
    <MemberPicker
      label={fieldLabel('client', 'owner')}
      clearable={clearable ?? true}
      value={owner}
      onChoose={(member) =>
        void run(editClient(client, 'owner', member), { done: 'common.saved', undoable: true })
      }
    />
  );
}
