/** Who is responsible for the client; chosen from the colleagues and written at once. */
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useRun } from '#renderer/lib/run.ts';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { editClient } from './edit-client.ts';

export function OwnerField({ client, owner }: { client: string; owner: string | null }) {
  const run = useRun();
  return (
    <MemberPicker
      label={fieldLabel('client', 'owner')}
      value={owner}
      onChoose={(member) =>
        void run(editClient(client, 'owner', member), { done: 'common.saved', undoable: true })
      }
    />
  );
}
