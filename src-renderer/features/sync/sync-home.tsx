/** What the screen of the exchange shows: signing in, joining two bases, or the state of the connection. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '#renderer/lib/live.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { DevicesSection } from './devices-section.tsx';
import { ExchangeLog } from './exchange-log.tsx';
import { FirstSync } from './first-sync.tsx';
import { JoinSection } from './join-section.tsx';
import { LeavingQuestion } from './leaving-question.tsx';
import { MembersSection } from './members-section.tsx';
import { RejectedSection } from './rejected-section.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignOutSection } from './sign-out-section.tsx';
import { StateSection } from './state-section.tsx';
import classes from './sync.module.css';
import type { ConnectedState } from './sync-words.ts';
import { VerifySection } from './verify-section.tsx';
import { WaitingSection } from './waiting-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

export function SyncHome() {
  const { t } = useTranslation();
  const state = useLive('sync', 'state', {});
  const settings = useLive('settings', 'get', {});
  return (
    <PageFrame title={t('sync.title')} scroll>
      {state.error && <Sentence error={state.error} onRetry={() => void state.refetch()} />}
      {(!state.data || !settings.data) && !state.error && <Loading />}
      {state.data && settings.data && content(state.data, settings.data.profile.kind)}
    </PageFrame>
  );
}

function content(
  state: Omit<ConnectedState, 'connection'> & { connection: ConnectedState['connection'] | null },
  kind: 'own' | 'demo',
) {
  if (kind === 'demo') return <DemoNeverJoins />;
  const { connection } = state;
  if (state.joining) return <JoinSection joining={state.joining} />;
  if (!connection) return <SignInForm />;
  return <Connected state={{ ...state, connection }} />;
}

function DemoNeverJoins() {
  const { t } = useTranslation();
  return (
    <div className={classes.narrow}>
      <Section title={t('sync.signIn.demoTitle')}>{t('sync.signIn.demoText')}</Section>
    </div>
  );
}

function Connected({ state }: { state: ConnectedState }) {
  const [putOff, setPutOff] = useState(false);
  const revoked = state.trouble?.reason === 'revoked' || state.trouble?.reason === 'ended';
  const asks = state.trouble?.reason === 'manyLeaving';
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {asks && !putOff && <LeavingQuestion onPutOff={() => setPutOff(true)} />}
        {state.firstSync && <FirstSync progress={state.firstSync} />}
        <StateSection state={state} onDecide={asks && putOff ? () => setPutOff(false) : undefined} />
        {revoked && <SignInForm again={state.connection} />}
        {state.rejected > 0 && <RejectedSection />}
        <WaitingSection state={state} />
        <ExchangeLog />
        <VerifySection state={state} />
      </div>
      <div className={classes.column}>
        <WorkspaceSection connection={state.connection} />
        <DevicesSection me={state.connection.member} />
        <MembersSection me={state.connection.member} />
        <SignOutSection state={state} />
      </div>
    </div>
  );
}
