/** The five results, each by its key; three of them ask for a little more. */
import { Kbd, Textarea, UnstyledButton } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#renderer/lib/draft.ts';
import { deviceZone } from '#renderer/lib/format.ts';
import { useShortcuts } from '#renderer/lib/keys.ts';
import type { CallPage } from '#shared/contract/calls.ts';
import type { CallResult } from '#shared/domain/calls/call-outcome.ts';
import { proposeNextAttempt, suggestsUnreachable } from '#shared/domain/calls/next-attempt.ts';
import { CALL_RESULTS } from '#shared/entities/meetings.ts';
import { AppointmentForm, type AskedTime } from './appointment-form.tsx';
import { type CallDraft, isUntouched, type Outcome } from './call-draft.ts';
import { resultName, thisMinute } from './call-words.ts';
import { CallBackForm } from './call-back-form.tsx';
import classes from './call-target.module.css';
import { NotReachedForm } from './not-reached-form.tsx';
import { useMoment } from './use-moment.ts';

interface CallResultsProps {
  page: CallPage;
  draft: Draft<CallDraft>;
  /** What the draft was before anything was typed. */
  empty: CallDraft;
  busy: boolean;
  onMade(outcome: Outcome): void;
  conflicts(time: AskedTime): ReactNode;
}

/** Stays on one line. */
const unbroken = (words: string) => words.replaceAll(' ', '\u00a0');

/** On a Slovak keyboard the upper row types letters where others have digits. */
const SLOVAK_ROW = ['+', 'ľ', 'š', 'č', 'ť'];

export function CallResults({ page, draft, empty, busy, onMade, conflicts }: CallResultsProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const note = useRef<HTMLTextAreaElement>(null);
  const proposed = proposeNextAttempt(thisMinute(), deviceZone());
  const isEnough = suggestsUnreachable(page.missed);
  const { form } = draft.values;

  function choose(result: CallResult) {
    if (result === 'appointed' || result === 'callBack') draft.set('form', result);
    else if (result !== 'notReached') onMade({ result });
    else if (isEnough) draft.set('form', result);
    else onMade({ result, nextAttemptAt: proposed });
  }

  useShortcuts({
    ...Object.fromEntries(
      CALL_RESULTS.flatMap((result, at) => [
        [String(at + 1), () => choose(result)],
        [SLOVAK_ROW[at] ?? '', () => choose(result)],
      ]),
    ),
    e: () => note.current?.focus(),
  });
  // Opened by mistake, it leaves nothing that would wait to be completed.
  const leave = () => (isUntouched(draft.values, empty) ? void draft.discard() : draft.set('form', null));
  return (
    <div className={classes.results}>
      <div className={classes.keys} role="group" aria-label={t('calls.results')}>
        {CALL_RESULTS.map((result, at) => (
          <UnstyledButton
            key={result}
            className={classes.result}
            data-main={(at === 0 && form === null) || undefined}
            aria-pressed={form === result}
            disabled={busy}
            onClick={() => choose(result)}
          >
            <Kbd size="xs" aria-hidden>
              {at + 1}
            </Kbd>
            <span className={classes.resultText}>
              {resultName(result)}
              {result === 'notReached' && !isEnough && (
                <span className={classes.resultDetail}>
                  {t('calls.tryAt', { when: unbroken(moment(proposed)) })}
                </span>
              )}
            </span>
          </UnstyledButton>
        ))}
      </div>
      {form === 'appointed' && (
        <AppointmentForm draft={draft} busy={busy} onLeave={leave} onMade={onMade} conflicts={conflicts} />
      )}
      {form === 'callBack' && <CallBackForm draft={draft} busy={busy} onLeave={leave} onMade={onMade} />}
      {form === 'notReached' && (
        <NotReachedForm
          missed={page.missed + 1}
          proposed={proposed}
          busy={busy}
          onLeave={leave}
          onMade={onMade}
        />
      )}
      <Textarea
        ref={note}
        label={t('calls.note')}
        description={draft.restored && draft.values.note ? t('common.draftRestored') : undefined}
        placeholder={t('calls.notePlaceholder')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={20_000}
        value={draft.values.note}
        onChange={(event) => draft.set('note', event.currentTarget.value)}
        onKeyDown={(event) => {
          // Leaves the field, so that the keys of results work.
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
