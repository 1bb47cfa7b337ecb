/** Which screen stands at which address. Addresses hold ids only, never a name. */
import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch } from 'wouter';
import { AttachmentsPanel } from '#renderer/features/attachments/attachments-panel.tsx';
import { ContractsScreen } from '#renderer/features/contracts/contracts-screen.tsx';
import { DuplicatesScreen } from '#renderer/features/duplicates/duplicates-screen.tsx';
import { useHere } from '#renderer/features/day/use-day.ts';
import { ExchangeScreen } from '#renderer/features/exchange/exchange-screen.tsx';
import { CalendarScreen } from '#renderer/features/meetings/calendar-screen.tsx';
import { ObjectionsScreen } from '#renderer/features/objections/objections-screen.tsx';
import { PromisesScreen } from '#renderer/features/promises/promises-screen.tsx';
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx';
import { SyncScreen } from '#renderer/features/sync/sync-screen.tsx';
import { HandoverScreen } from '#renderer/features/handover/handover-screen.tsx';
import { TripsScreen } from '#renderer/features/trips/trips-screen.tsx';
import { useLive } from '#renderer/lib/live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ClientBrief, MeetingBrief } from './brief-page.tsx';
import { CallsPage } from './calls-page.tsx';
import { ClientPage } from './client-page.tsx';
import { ContactPage } from './contact-page.tsx';
import { MeetingsPage } from './meetings-page.tsx';
import { DayPage } from './day-page.tsx';
import { useOverlays } from './overlays.ts';

export function Routes() {
  const show = useOverlays((overlays) => overlays.show);
  return (
    <Switch>
      <Route path="/">
        <FirstScreen />
      </Route>
      <Route path="/day/*?">
        <DayPage />
      </Route>
      <Route path="/clients/:id/brief">{({ id }) => <ClientBrief key={id} id={id} />}</Route>
      <Route path="/meetings/:id/brief">{({ id }) => <MeetingBrief key={id} id={id} />}</Route>
      <Route path="/clients/*?">
        <ClientPage />
      </Route>
      <Route path="/contacts/*?">
        <ContactPage />
      </Route>
      <Route path="/meetings/*?">
        <MeetingsPage />
      </Route>
      <Route path="/calls/*?">
        <CallsPage />
      </Route>
      <Route path="/handover/*?">
        <HandoverScreen />
      </Route>
      <Route path="/promises/*?">
        <PromisesScreen />
      </Route>
      <Route path="/objections/*?">
        <ObjectionsScreen />
      </Route>
      <Route path="/contracts/*?">
        <ContractsScreen attachments={attachmentsOfContract} />
      </Route>
      <Route path="/trips/*?">
        <TripsScreen />
      </Route>
      <Route path="/calendar">
        <CalendarScreen />
      </Route>
      <Route path="/duplicates/*?">
        <DuplicatesScreen />
      </Route>
      <Route path="/exchange/*?">
        <ExchangeScreen />
      </Route>
      <Route path="/sync/*?">
        <SyncScreen />
      </Route>
      <Route path="/settings">
        <SettingsScreen onShowKeys={() => show('keys')} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** A day with something in it comes first, above all what was missed; otherwise one begins with the clients. */
function FirstScreen() {
  const here = useHere();
  const overview = useLive('day', 'overview', here);
  const reminders = useLive('day', 'reminders', {});
  if (overview.isPending || reminders.isPending) return null;
  const { meetings = [], late = [], today = [] } = overview.data ?? {};
  const waits = [meetings, late, today, reminders.data?.rows ?? []].some((part) => part.length > 0);
  return <Redirect to={waits ? '/day' : '/clients'} replace />;
}

function attachmentsOfContract({ id, client }: { id: string; client: string }) {
  return <AttachmentsPanel place={{ client, contract: id }} />;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconMapQuestion />}
      title={t('app.notFoundTitle')}
      text={t('app.notFoundText')}
      action={
        <Button component={Link} href="/clients">
          {t('app.toClients')}
        </Button>
      }
    />
  );
}
