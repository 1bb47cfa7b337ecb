/** The due list or the requests, and beside it (below 1100 px instead of it) the chosen or the new one. */
import { useLocation, useRoute, useSearchParams } from 'wouter';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import { PromiseForm } from './promise-form.tsx';
import { PromiseList } from './promise-list.tsx';
import { PromisePage } from './promise-page.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestList } from './request-list.tsx';
import { RequestPage } from './request-page.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import classes from './promises.module.css';

export function PromisesScreen() {
  const [, go] = useLocation();
  const [isRequests, request] = useRoute('/promises/requests/:id?');
  const [, promise] = useRoute('/promises/:id');
  const [search] = useSearchParams();
  const open = isRequests ? request.id : promise?.id;
  const place = isRequests ? '/promises/requests' : '/promises';
  const back = () => go(place);
  const client = search.get('client');
  const leave = () => (client ? go(`/clients/${client}`) : back());
  const created = (id: string) => go(`${place}/${id}`);
  return (
    <>
      <TwoPane
        list={
          isRequests ? (
            <RequestList selected={open ?? null} withPlot={open === undefined} />
          ) : (
            <PromiseList selected={open ?? null} />
          )
        }
        detail={open ? detail(open) : null}
        hasDetail={open !== undefined}
        onBack={back}
        listWidth={440}
      />
      <SnoozeDialog />
    </>
  );

  function detail(id: string) {
    if (id === 'new' && isRequests)
      return (
        <div className={classes.page}>
          <RequestForm onCancel={leave} onCreated={created} />
        </div>
      );
    if (id === 'new')
      return <PromiseForm key={client} client={client} onCancel={leave} onCreated={created} />;
    return isRequests ? <RequestPage key={id} id={id} /> : <PromisePage key={id} id={id} />;
  }
}
