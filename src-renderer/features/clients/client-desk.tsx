/**
 * The desk of one client. What belongs to other features (timeline, composer, contracts, checklists, objections)
 * comes in through slots, so that this feature knows none of them.
 */
import { Tabs } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconMoodEmpty } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useOffer } from '#renderer/lib/commands.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { CameFrom, MergedRecords } from '#renderer/ui/merged-records.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ClientDesk as Desk } from '#shared/contract/clients.ts';
import { ClientDetails } from './client-details.tsx';
import { ClientHead } from './client-head.tsx';
import { ClientHistory } from './client-history.tsx';
import { ClientPeople } from './client-people.tsx';
import { ClientSteps } from './client-steps.tsx';
import classes from './client-desk.module.css';
import { Loading } from '#renderer/ui/loading.tsx';

type Slot = (desk: Desk) => ReactNode;

export interface ClientDeskProps {
  id: string;
  composer: Slot;
  timeline: Slot;
  nextMeeting: Slot;
  contracts: Slot;
  checklists: Slot;
  objections: Slot;
  attachments: Slot;
  promises: Slot;
  /** Who stands in for the owner. */
  standIn: Slot;
  /** V, T and N: begins a visit, a call or a note in the composer. */
  onLog(kind: 'visit' | 'call' | 'note'): void;
  /** O */
  onObjection(): void;
  /** P */
  onPromise(): void;
  /** M */
  onMeeting(): void;
  /** C: the first item that can still be ticked takes the focus. */
  onChecklist(): void;
  /** B: what one should know before a meeting, on one page. */
  onBrief(): void;
  /** Puts the client on a call list. */
  onCalls(desk: Desk): void;
  onRemoved(): void;
  /** Grows each time the composer is asked for something from elsewhere: the overview then comes to the front. */
  asked: number;
}

type Layout = 'three' | 'two' | 'tabs';

function layoutFor(width: number): Layout {
  if (width >= 1060) return 'three';
  return width >= 760 ? 'two' : 'tabs';
}

export function ClientDesk(props: ClientDeskProps) {
  const { t } = useTranslation();
  const desk = useLive('clients', 'desk', { id: props.id });
  const { ref, width } = useElementSize();
  const layout = layoutFor(width || 1060);
  const [tab, setTab] = useState('overview');
  const [focusName, setFocusName] = useState(false);

  const [answered, setAnswered] = useState(props.asked);
  if (answered !== props.asked) {
    setAnswered(props.asked);
    setTab('overview');
  }

  const edit = () => {
    setFocusName(true);
    setTab('details');
  };
  const visit = () => props.onLog('visit');
  const call = () => props.onLog('call');
  const checklist = () => {
    setTab(layout === 'tabs' ? 'side' : 'overview');
    // The tab must be on the screen before something in it can take the focus.
    requestAnimationFrame(() => requestAnimationFrame(props.onChecklist));
  };
  const isThere = desk.data !== undefined;
  useShortcuts(
    {
      v: visit,
      t: call,
      n: () => props.onLog('note'),
      o: props.onObjection,
      p: props.onPromise,
      m: props.onMeeting,
      c: checklist,
      b: props.onBrief,
      e: edit,
    },
    { enabled: isThere },
  );
  useOffer(
    isThere
      ? {
          visit,
          call,
          objection: props.onObjection,
          promise: props.onPromise,
          meeting: props.onMeeting,
          checklist,
          brief: props.onBrief,
          edit,
        }
      : {},
  );

  if (desk.error) return <DeskTrouble error={desk.error} onRetry={() => void desk.refetch()} />;
  if (!desk.data) {
    return (
      <div className={classes.desk} ref={ref}>
        <Loading size="sm" m="md" />
      </div>
    );
  }
  const data = desk.data;
  if (data.client.id !== props.id)
    return <Redirect to={`/clients/${data.client.id}?from=${props.id}`} replace />;
  const shownTab = layout !== 'tabs' && (tab === 'people' || tab === 'side') ? 'overview' : tab;
  const people = <ClientPeople desk={data} />;
  const side = (
    <>
      {props.standIn(data)}
      {props.nextMeeting(data)}
      <ClientSteps steps={data.nextSteps} />
      {props.promises(data)}
      {props.objections(data)}
      {props.contracts(data)}
      {props.checklists(data)}
      {props.attachments(data)}
      <MergedRecords
        kind="client"
        records={data.merged.map(({ ico, town, ...record }) => ({
          ...record,
          detail: [town, ico].filter(Boolean).join(' · '),
        }))}
      />
    </>
  );
  const middle = (
    <div className={classes.middle}>
      {props.composer(data)}
      {props.timeline(data)}
    </div>
  );

  return (
    <div className={classes.desk} ref={ref}>
      <CameFrom records={data.merged} into={data.client.name} />
      <ClientHead
        desk={data}
        onBrief={props.onBrief}
        onEdit={edit}
        onCalls={() => props.onCalls(data)}
        onRemoved={props.onRemoved}
      />
      <Tabs
        value={shownTab}
        onChange={(next) => {
          setFocusName(false);
          setTab(next ?? 'overview');
        }}
        keepMounted={false}
        className={classes.tabs}
      >
        <Tabs.List className={classes.tabList}>
          <Tabs.Tab value="overview">
            {layout === 'tabs' ? t('clients.tabs.timeline') : t('clients.tabs.overview')}
          </Tabs.Tab>
          {layout === 'tabs' && <Tabs.Tab value="people">{t('clients.tabs.people')}</Tabs.Tab>}
          {layout === 'tabs' && <Tabs.Tab value="side">{t('clients.tabs.side')}</Tabs.Tab>}
          <Tabs.Tab value="details">{t('clients.tabs.details')}</Tabs.Tab>
          <Tabs.Tab value="history">{t('clients.tabs.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview" className={classes.tabPanel}>
          {layout === 'three' && (
            <div className={classes.three}>
              <div>{people}</div>
              {middle}
              <div className={classes.side}>{side}</div>
            </div>
          )}
          {layout === 'two' && (
            <div className={classes.two}>
              {middle}
              <div className={classes.side}>
                {people}
                {side}
              </div>
            </div>
          )}
          {layout === 'tabs' && middle}
        </Tabs.Panel>
        <Tabs.Panel value="people" className={classes.tabPanel}>
          {people}
        </Tabs.Panel>
        <Tabs.Panel value="side" className={classes.tabPanel}>
          <div className={classes.side}>{side}</div>
        </Tabs.Panel>
        <Tabs.Panel value="details" className={classes.tabPanel}>
          <ClientDetails client={data.client} focusName={focusName} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={classes.tabPanel}>
          <ClientHistory client={data.client.id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function DeskTrouble({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { t } = useTranslation();
  if ('code' in error && error.code === 'NOT_FOUND') {
    return (
      <EmptyState icon={<IconMoodEmpty size={32} />} title={t('clients.gone')} text={t('clients.goneText')} />
    );
  }
  return <Sentence error={error} onRetry={onRetry} />;
}
