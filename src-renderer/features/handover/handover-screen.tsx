/** The hand-overs, and the pack of the chosen one or the form of a new one. */
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { HandoverForm } from './handover-form.tsx';
import { HandoverList } from './handover-list.tsx';
import { HandoverPage } from './handover-page.tsx';

export function HandoverScreen() {
  return (
    <ListAndPage
      path="/handover"
      listWidth={420}
      list={(selected) => <HandoverList selected={selected} />}
      form={({ onCreated, onCancel }) => <HandoverForm onCreated={onCreated} onCancel={onCancel} />}
      page={(id) => <HandoverPage key={id} id={id} />}
    />
  );
}
