/** Who is responsible for the client; chosen from the colleagues and written at once. */
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { ConflictMark, useOpenConflict } from '#renderer/ui/conflict-mark.tsx';
import { editClient } from './edit-client.ts';

interface OwnerFieldProps {
  client: string;
  owner: string | null;
  clearable?: boolean;
}

export function OwnerField({ client, owner, clearable }: OwnerFieldProps) {
  const run = useRun();
  const members = useLive('settings', 'members', {});
  const isOpen = useOpenConflict({ entity: 'client', record: client, field: 'owner' });
  return (
    <div>
      <MemberPicker
        label={fieldLabel('client', 'owner')}
        clearable={clearable ?? true}
        value={owner}
        onChoose={(member) =>
          void run(editClient(client, 'owner', member), {
            done: member ? 'clients.ownerIs' : 'clients.ownerNobody',
            params: { name: members.data?.find((one) => one.id === member)?.name ?? '' },
            undoable: true,
          })
        }
      />
      {isOpen && <ConflictMark record={client} />}
    </div>
  );
}
