/** A new client: the name first; everything but the name may wait for the desk. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { newId, rpc } from '#renderer/lib/client.ts';
import { fieldLabel } from '#renderer/lib/i18n.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { problemSentence } from '#renderer/lib/problems.ts';
import { runCommand } from '#renderer/lib/run.ts';
import { MemberPicker } from '#renderer/pickers/member-picker.tsx';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { type FormField, NewRecordForm } from '#renderer/ui/new-record-form.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { checkIco } from '#shared/domain/clients/company-ids.ts';
import classes from './client-desk.module.css';
import { SimilarClients } from './client-similar.tsx';
import { useSuggestions } from './client-suggestions.ts';

const FIELDS = [
  'name',
  'ico',
  'status',
  'tier',
  'segment',
  'source',
  'owner',
  'territory',
  'street',
  'postcode',
  'town',
  'country',
  'web',
  'phones',
  'emails',
  'notes',
] as const;

export function NewClientForm() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [id] = useState(() => newId());
  const { settings, preferences } = usePreferences();
  const suggestions = {
    segment: useSuggestions('segment'),
    source: useSuggestions('source'),
    territory: useSuggestions('territory'),
    town: useSuggestions('town'),
  };
  if (!settings || !preferences) return null;
  return (
    <PageFrame title={t('clients.newTitle')} scroll>
      <div className={classes.newForm}>
        <NewRecordForm
          entity="client"
          draftKey="client:new"
          record={id}
          fields={FIELDS}
          initial={{ status: 'prospect', owner: settings.member.id, country: preferences.country }}
          suggestions={suggestions}
          submitLabel={t('clients.create')}
          onCreate={async (record, values) => {
            const done = await rpc.clients.create({ id: record, values });
            await runCommand(Promise.resolve(done), { done: 'clients.created', undoable: true });
          }}
          onDone={(record) => go(`/clients/${record}`)}
          onCancel={() => go('/clients')}
          render={{
            name: (field, draft) => (
              <>
                <FieldInput
                  entity="client"
                  field="name"
                  autoFocus
                  value={field.value}
                  error={field.error}
                  onChange={field.change}
                />
                <SimilarClients name={asText(draft.values['name'])} ico={asText(draft.values['ico'])} />
              </>
            ),
            ico: (field, draft) => <IcoInput field={field} country={asText(draft.values['country'])} />,
            owner: (field) => (
              <MemberPicker
                label={fieldLabel('client', 'owner')}
                value={asText(field.value) || null}
                error={field.error}
                onChoose={field.change}
              />
            ),
          }}
        />
      </div>
    </PageFrame>
  );
}

/** Countries whose company number is the IČO. */
const WITH_CHECK_DIGIT = ['SK', 'CZ'];

/** Says at once, not only on saving, that the check digit of an IČO does not agree. */
function IcoInput({ field, country }: { field: FormField; country: string }) {
  const { t } = useTranslation();
  const typed = asText(field.value);
  const due = WITH_CHECK_DIGIT.includes(country) && typed.replace(/\D/g, '').length >= 8;
  const check = due ? checkIco(typed) : undefined;
  const wrong = check?.problem && problemSentence(check.problem === 'length' ? 'icoLength' : 'icoCheckDigit');
  return (
    <FieldInput
      entity="client"
      field="ico"
      value={field.value}
      description={t('clients.icoHint')}
      error={field.error ?? wrong}
      onChange={field.change}
    />
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
