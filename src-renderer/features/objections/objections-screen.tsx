/** The objection log, and beside it (below 1100 px instead of it) the chosen or the new one. */
import { useLocation, useRoute } from 'wouter';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { ObjectionPage } from './objection-page.tsx';

export function ObjectionsScreen() {
  const [, go] = useLocation();
  const [, params] = useRoute('/objections/:id');
  const open = params?.id;
  const back = () => go('/objections');
  return (
    <TwoPane
      list={<ObjectionList selected={open ?? null} withPlot={open === undefined} />}
      detail={detail()}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={440}
    />
  );

  function detail() {
    if (!open) return null;
    if (open === 'new') return <ObjectionForm onCancel={back} onCreated={(id) => go(`/objections/${id}`)} />;
    return <ObjectionPage key={open} id={open} onRemoved={back} />;
  }
}
