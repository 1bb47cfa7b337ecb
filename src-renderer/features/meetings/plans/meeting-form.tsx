/** The form of a new meeting. Place, end and who goes are filled in until somebody says otherwise. */
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId, rpc } from '#renderer/lib/client.ts';
import type { Draft } from '#renderer/lib/draft.ts';
import { deviceZone, today } from '#renderer/lib/format.ts';
import { currentLanguage, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { useRun } from '#renderer/lib/run.ts';
import { ClientField } from '#renderer/pickers/client-field.tsx';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { type FormValues, NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import type { MeetingPlan } from '#shared/contract/meeting-plans.ts';
import { type MeetingType, usualEnd } from '#shared/domain/meetings/meeting-times.ts';
import { meetingTitle } from '#shared/domain/meetings/meeting-title.ts';
import { instantAt } from '#shared/domain/time/instants.ts';
import { nextWorkingDay } from '#shared/domain/time/working-days.ts';
import { ConflictsOf } from './meeting-conflicts.tsx';
import { type Named, OtherClients, OurPeople, TheirPeople } from './meeting-people.tsx';
import { MeetingWhen } from '#renderer/pickers/meeting-when.tsx';
import sheet from '#renderer/ui/record-page.module.css';

/** The unit of times comes as one input, at `endsAt`. */
const FIELDS = [
  'client',
  'type',
  'startsAt',
  'endsAt',
  'place',
  'stand',
  'people',
  'ours',
  'otherClients',
  'aims',
  'travelMinutes',
  'title',
] as const;

interface MeetingFormProps {
  /** The client it is with, when already known. */
  client: string | null;
  onCreated(id: string): void;
  onCancel(): void;
}

export function MeetingForm({ client, onCreated, onCancel }: MeetingFormProps) {
  const { t } = useTranslation();
  const run = useRun();
  const [record] = useState(() => newId());
  const [checklist] = useState(() => newId());
  const [times] = useState(timesOfNextMorning);
  const me = useLive('settings', 'get', {}).data?.member.id;
  const desk = useLive('clients', 'desk', { id: client ?? '' }, { enabled: client !== null });
  // What is filled in already must be known before the draft begins.
  if (!me || (client !== null && desk.isPending)) return null;
  const given = desk.data?.client;

  async function plan(id: string, { clientName, placeFilledIn: _, others: _others, ...values }: FormValues) {
    const planned = rpc.meetingPlans.plan({ id, checklist, values: values as MeetingPlan });
    await planned;
    void run(planned, {
      done: 'meetingPlans.planned',
      params: { client: wordsOf(clientName) },
      undoable: true,
    });
  }

  return (
    <div className={sheet.page}>
      <div className={sheet.form}>
        <Title order={1} size="h2">
          {t('meetingPlans.create')}
        </Title>
        <NewRecordForm
          entity="meeting"
          draftKey={`meeting:${client ?? 'new'}`}
          record={record}
          client={client}
          fields={FIELDS}
          initial={{
            client: given?.id ?? null,
            clientName: given?.name ?? null,
            place: given?.town ?? null,
            ours: [me],
            zone: deviceZone(),
            ...times,
          }}
          submitLabel={t('meetingPlans.save')}
          onCancel={onCancel}
          onDone={onCreated}
          onCreate={plan}
          render={{
            client: (field, draft) => (
              <ClientField
                field={field}
                draft={draft}
                label={fieldLabel('meeting', 'client')}
                required
                autoFocus={client === null}
                onChosen={(chosen) => void takeClient(draft, chosen)}
              />
            ),
            type: (field, draft) => (
              <FieldInput
                entity="meeting"
                field="type"
                value={field.value}
                error={field.error}
                autoFocus={client !== null}
                onChange={(type) => {
                  draft.setAll({ endsAt: endAfterType(draft.values, type as MeetingType) });
                  field.change(type);
                }}
              />
            ),
            startsAt: () => null,
            endsAt: (field, draft) => {
              const { startsAt, endsAt, zone } = draft.values as unknown as MeetingPlan;
              return (
                <>
                  <MeetingWhen
                    times={{ startsAt, endsAt }}
                    zone={zone}
                    error={field.error}
                    onChange={(next) => {
                      draft.setAll({ startsAt: next.startsAt });
                      field.change(next.endsAt);
                    }}
                  />
                  <ConflictsOf time={timeOf(draft.values)} />
                </>
              );
            },
            people: (field, draft) =>
              typeof draft.values['client'] === 'string' && (
                <TheirPeople
                  client={draft.values['client']}
                  chosen={(field.value as string[] | null) ?? []}
                  onChange={field.change}
                />
              ),
            ours: (field) => (
              <OurPeople chosen={(field.value as string[] | null) ?? []} onChange={field.change} />
            ),
            otherClients: (field, draft) => (
              <OtherClients
                client={wordsOf(draft.values['client'])}
                chosen={(draft.values['others'] as Named[] | undefined) ?? []}
                onChange={(others) => {
                  draft.setAll({ others });
                  field.change(others.map(({ id }) => id));
                }}
              />
            ),
            title: (field, draft) => (
              <FieldInput
                entity="meeting"
                field="title"
                value={field.value}
                error={field.error}
                placeholder={meetingTitle(
                  { title: null, type: wordsOf(draft.values['type']) },
                  wordsOf(draft.values['clientName']),
                  currentLanguage(),
                )}
                onChange={field.change}
              />
            ),
          }}
        />
      </div>
    </div>
  );
}

/** Nine in the morning of the next working day, an hour. */
function timesOfNextMorning() {
  const startsAt = instantAt(nextWorkingDay(today()), '09:00', deviceZone());
  return { startsAt, endsAt: usualEnd(startsAt, 'needs') };
}

/** Another client: his town is the place unless one was typed, and nobody of the former one comes. */
async function takeClient(draft: Draft<FormValues>, chosen: Named | null) {
  const others = ((draft.values['others'] as Named[] | undefined) ?? []).filter(
    ({ id }) => id !== chosen?.id,
  );
  draft.setAll({ people: null, others, otherClients: others.map(({ id }) => id) });
  if (!chosen) return;
  const town = (await rpc.clients.desk({ id: chosen.id })).client.town;
  const place = draft.values['place'];
  if (!place || place === draft.values['placeFilledIn']) draft.setAll({ place: town, placeFilledIn: town });
}

/** A length that nobody changed by hand follows the type. */
function endAfterType(values: FormValues, type: MeetingType): number {
  const { startsAt, endsAt, type: before } = values as unknown as MeetingPlan;
  const untouched = usualEnd(startsAt, (before as MeetingType | null) ?? 'needs');
  return endsAt === untouched ? usualEnd(startsAt, type) : endsAt;
}

function timeOf(values: FormValues) {
  const { startsAt, endsAt, travelMinutes, place, ours } = values as unknown as MeetingPlan;
  return {
    startsAt,
    endsAt,
    travelMinutes: travelMinutes ?? null,
    place: place ?? null,
    ours: ours ?? null,
  };
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
