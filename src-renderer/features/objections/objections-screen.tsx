/** The objection log, and the chosen or the new one. */
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { ObjectionPage } from './objection-page.tsx';

export function ObjectionsScreen() {
  return (
    <ListAndPage
      path="/objections"
      list={(selected) => <ObjectionList selected={selected} withPlot={selected === null} />}
      form={({ onCancel, onCreated }) => <ObjectionForm onCancel={onCancel} onCreated={onCreated} />}
      page={(id, back) => <ObjectionPage key={id} id={id} onRemoved={back} />}
    />
  );
}
