/** The due list or the requests, and the chosen or the new one. */
import { useRoute } from 'wouter';
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { PromiseForm } from './promise-form.tsx';
import { PromiseList } from './promise-list.tsx';
import { PromisePage } from './promise-page.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestList } from './request-list.tsx';
import { RequestPage } from './request-page.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import sheet from '#renderer/ui/record-page.module.css';

export function PromisesScreen() {
  const [isRequests] = useRoute('/promises/requests/*?');
  return (
    <>
      {isRequests ? (
        <ListAndPage
          path="/promises/requests"
          list={(selected) => <RequestList selected={selected} withPlot={selected === null} />}
          form={({ onCancel, onCreated }) => (
            <div className={sheet.page}>
              <RequestForm onCancel={onCancel} onCreated={onCreated} />
            </div>
          )}
          page={(id) => <RequestPage key={id} id={id} />}
        />
      ) : (
        <ListAndPage
          path="/promises"
          list={(selected) => <PromiseList selected={selected} />}
          form={(ways) => <PromiseForm key={ways.client} {...ways} />}
          page={(id) => <PromisePage key={id} id={id} />}
        />
      )}
      <SnoozeDialog />
    </>
  );
}
