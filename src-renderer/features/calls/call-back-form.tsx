/** When to call again, as it was agreed. Enter writes it. */
import { Chip, Group } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#renderer/lib/draft.ts';
import { deviceZone } from '#renderer/lib/format.ts';
import { CALL_BACK_CHOICES, callBackTimes } from '#shared/domain/calls/next-attempt.ts';
import type { CallDraft, Outcome } from './call-draft.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { thisMinute } from './call-words.ts';
import { useMoment } from './use-moment.ts';

interface CallBackFormProps {
  draft: Draft<CallDraft>;
  busy: boolean;
  onLeave(): void;
  onMade(outcome: Outcome): void;
}

export function CallBackForm({ draft, busy, onLeave, onMade }: CallBackFormProps) {
  const { t, i18n } = useTranslation();
  const moment = useMoment();
  const { callBackAt } = draft.values;
  const times = callBackTimes(thisMinute(), deviceZone());
  const chosen = CALL_BACK_CHOICES.find((choice) => times[choice] === callBackAt);
  const [other, setOther] = useState(chosen === undefined);
  const [problem, setProblem] = useState<string>();
  const words = {
    hour: t('calls.choices.hour'),
    tomorrow: t('calls.choices.tomorrow'),
    week: t('calls.choices.week'),
  };

  function commit() {
    const isPast = callBackAt <= thisMinute();
    setProblem(isPast ? t('calls.whenMissing') : undefined);
    if (!isPast) onMade({ result: 'callBack', nextAttemptAt: callBackAt });
  }

  return (
    <OutcomeForm label={t('calls.callBackSave')} busy={busy} onCommit={commit} onLeave={onLeave}>
      <Chip.Group
        value={other ? 'other' : (chosen ?? 'other')}
        onChange={(choice) => {
          setProblem(undefined);
          setOther(choice === 'other');
          const named = CALL_BACK_CHOICES.find((one) => one === choice);
          if (named) draft.set('callBackAt', times[named]);
        }}
      >
        <Group gap={8} role="radiogroup" aria-label={t('calls.when')}>
          {CALL_BACK_CHOICES.map((choice) => (
            <Chip key={choice} value={choice} autoFocus={!other && choice === chosen}>
              {words[choice]}, {moment(times[choice])}
            </Chip>
          ))}
          <Chip value="other">{t('calls.choices.other')}</Chip>
        </Group>
      </Chip.Group>
      {other && (
        <DateTimePicker
          w={240}
          autoFocus
          aria-label={t('calls.when')}
          value={new Date(callBackAt)}
          error={problem}
          onChange={(picked) =>
            picked && draft.set('callBackAt', new Date(picked.replace(' ', 'T')).getTime())
          }
          valueFormat={i18n.language === 'en' ? 'DD/MM/YYYY HH:mm' : 'D. M. YYYY HH:mm'}
          locale={i18n.language}
          firstDayOfWeek={1}
        />
      )}
    </OutcomeForm>
  );
}
