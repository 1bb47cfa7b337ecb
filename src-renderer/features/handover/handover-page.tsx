/** The pack: whom one stands in for and until when, and of each client what there is to know; as it is for paper too. */
import { Button, Group, Text, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { useOffer } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { deviceZone, useFormat } from '#renderer/lib/format.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { type OutputOf, useLive } from '#renderer/lib/live.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useRun } from '#renderer/lib/run.ts';
import { useToday } from '#renderer/lib/use-today.ts';
import { ClientPicker } from '#renderer/pickers/client-picker.tsx';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Plural } from '#renderer/ui/plural.tsx';
import { PaperActions } from '#renderer/ui/print/paper-actions.tsx';
import { printNow, savePageNow } from '#renderer/ui/print/print-job.ts';
import { RecordHistory } from '#renderer/ui/record-history.tsx';
import sheet from '#renderer/ui/record-page.module.css';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { lastDayOf } from '#shared/domain/handover/standing.ts';
import { HandedClient } from './handed-client.tsx';
import classes from './handover.module.css';
import { lengthWords, periodWords, whoWords } from './handover-words.ts';

type Pack = OutputOf<'handovers', 'pack'>;

export function HandoverPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const pack = useLive('handovers', 'pack', { id });
  if (pack.error && 'code' in pack.error && pack.error.code === 'NOT_FOUND') {
    return (
      <EmptyState icon={<IconUserOff size={32} />} title={t('handover.gone')} text={t('handover.goneText')} />
    );
  }
  if (pack.error) return <Sentence error={pack.error} onRetry={() => void pack.refetch()} />;
  if (!pack.data) return <Loading size="sm" m="md" />;
  return <Shown pack={pack.data} />;
}

function Shown({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const today = useToday();
  const run = useRun();
  const me = usePreferences().settings?.member.id;
  const { handover, standing, clients, fromName, toName } = pack;
  const { id } = handover;
  const row = { ...handover, fromName, toName, standing, clients: clients.length };
  const title = whoWords(row, me);
  const role = useLive('sync', 'state', {}).data?.connection?.member.role;
  // What anybody else writes would end it.
  const mayChange = standing !== 'over' && (handover.fromMember === me || role === 'admin');
  const print = () => void printNow();
  const savePdf = () => void savePageNow(title);
  useOffer({ print, savePdf: desktop && savePdf });

  const setClients = (ids: string[], options: Parameters<typeof run>[1]) =>
    run(rpc.handovers.edit({ id, values: { clients: ids } }), { undoable: true, ...options });

  return (
    <div className={sheet.page}>
      <article className={classes.pack} data-paper>
        <header className={classes.head}>
          <div>
            <Title order={1} size="h2">
              {title}
            </Title>
            <Text>
              {[
                periodWords({ ...handover, endsOn: lastDayOf(handover, deviceZone()) }, format),
                lengthWords(row, today, format) ?? t(`handover.standing.${standing}`),
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              · <Plural of="handover.clients" count={clients.length} />
            </Text>
            <p className={classes.paperNote}>
              {fieldLabel('handover', 'fromMember')}: {fromName}
            </p>
          </div>
          <Group gap={8} ml="auto" className={classes.screenOnly}>
            <PaperActions onPrint={print} onSavePdf={savePdf} />
            {mayChange && (
              <Button
                variant="default"
                title={t('handover.noBack')}
                onClick={() =>
                  void run(rpc.handovers.end({ id }), { done: 'handover.ended', undoable: true })
                }
              >
                {t('handover.end')}
              </Button>
            )}
          </Group>
        </header>
        {mayChange && <Terms pack={pack} />}
        {!mayChange && handover.note && <p className={classes.note}>{handover.note}</p>}
        <section aria-label={t('handover.pack')}>
          <h2 className={classes.packTitle}>{t('handover.pack')}</h2>
          {mayChange && handover.note && <p className={classes.paperNote}>{handover.note}</p>}
          <ul className={classes.clients}>
            {clients.map((client) => (
              <HandedClient
                key={client.id}
                client={client}
                onTakeOut={
                  mayChange && clients.length > 1
                    ? () =>
                        void setClients(
                          handover.clients.filter((one) => !client.handed.includes(one)),
                          { done: 'handover.takenOut', params: { name: client.name } },
                        )
                    : null
                }
              />
            ))}
          </ul>
          {mayChange && (
            <div className={`${classes.add} ${classes.screenOnly}`}>
              <ClientPicker
                label={t('handover.add')}
                value={null}
                without={clients.map((one) => one.id)}
                onChoose={(chosen) =>
                  chosen && void setClients([...handover.clients, chosen.id], { done: 'handover.edited' })
                }
              />
            </div>
          )}
        </section>
        <div className={classes.screenOnly}>
          <RecordHistory entity="handover" record={id} />
        </div>
      </article>
    </div>
  );
}

/** What may still be changed while it has not ended. */
function Terms({ pack: { handover } }: { pack: Pack }) {
  const run = useRun();
  const edit = (values: Parameters<typeof rpc.handovers.edit>[0]['values']) =>
    rpc.handovers.edit({ id: handover.id, values });
  return (
    <div className={`${classes.terms} ${classes.screenOnly}`}>
      <MemberPicker
        label={fieldLabel('handover', 'toMember')}
        value={handover.toMember}
        without={handover.fromMember}
        clearable={false}
        onChoose={(member) =>
          member && void run(edit({ toMember: member }), { done: 'handover.edited', undoable: true })
        }
      />
      {(['startsOn', 'endsOn', 'note'] as const).map((field) => (
        <div key={field} className={field === 'note' ? classes.wide : undefined}>
          <CommitField
            entity="handover"
            field={field}
            record={handover.id}
            value={handover[field]}
            onCommit={(value) => edit({ [field]: value })}
          />
        </div>
      ))}
    </div>
  );
}
