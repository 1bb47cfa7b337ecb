/**
 * What an entry may say beyond the short form: how long, what is needed, where, how a call ended, the way there. Each part
 * is opened by its chip and stays open while something is in it.
 */
import { SimpleGrid, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#renderer/lib/client.ts';
import { today } from '#renderer/lib/format.ts';
import { choiceLabel, fieldLabel } from '#renderer/lib/i18n.ts';
import { useLive } from '#renderer/lib/live.ts';
import { KilometresInput } from '#renderer/pickers/kilometres-input.tsx';
import { FieldInput } from '#renderer/ui/field-input.tsx';
import { CALL_RESULTS } from '#shared/entities/meetings.ts';
import { ChoiceRow } from './choice-row.tsx';
import { ComposerLength } from './composer-length.tsx';
import type { LogDraft, TripDraft } from './log-draft.ts';
import classes from './composer.module.css';

type Part = 'length' | 'needs' | 'place' | 'result' | 'trip';

interface LogPartsProps {
  values: LogDraft;
  onChange(patch: Partial<LogDraft>): void;
  /** The client's town, where it is known: what is meant mostly. */
  town: string | null;
  /** A correction leaves the trip of the entry alone. */
  withTrip: boolean;
}

export function LogParts({ values, onChange, town, withTrip }: LogPartsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Part[]>([]);
  const [last, setLast] = useState<Part | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const on = today(new Date(values.happenedAt ?? Date.now()));
  const begin = useLive('trips', 'suggest', { on }, { enabled: withTrip }).data;

  // A part that was just asked for takes the focus once it is there.
  useEffect(() => {
    if (!last) return;
    const part = box.current?.querySelector(`[data-part="${last}"]`);
    part?.querySelector<HTMLElement>('input, textarea, button')?.focus();
    setLast(null);
  }, [last]);

  const offered: Part[] = [
    'length',
    'needs',
    'place',
    ...(values.kind === 'call' ? (['result'] as const) : []),
    ...(withTrip && values.kind !== 'call' ? (['trip'] as const) : []),
  ];
  const filled: Record<Part, boolean> = {
    length: values.minutes !== null,
    needs: values.needs !== '',
    place: values.place !== '',
    result: values.result !== null,
    trip: values.trip !== null,
  };
  const words: Record<Part, string> = {
    length: t('meetings.length'),
    needs: fieldLabel('interaction', 'needs'),
    place: fieldLabel('interaction', 'place'),
    result: fieldLabel('interaction', 'result'),
    trip: t('trips.trip'),
  };
  const open = offered.filter((part) => filled[part] || asked.includes(part));

  function toggle(part: Part) {
    const isEmpty = !filled[part] || (part === 'trip' && values.trip?.kilometres === null);
    if (open.includes(part) && isEmpty) {
      setAsked(asked.filter((other) => other !== part));
      if (part === 'trip') onChange({ trip: null });
      return;
    }
    setAsked([...asked, part]);
    setLast(part);
    if (part === 'place' && !values.place && town) onChange({ place: town });
    if (part === 'trip' && !values.trip) {
      const fromPlace = begin?.fromPlace ?? '';
      const vehicle = begin?.vehicle ?? '';
      onChange({ trip: { id: newId(), kilometres: null, fromPlace, toPlace: town ?? '', vehicle } });
    }
  }

  return (
    <div ref={box} className={classes.parts}>
      {open.map((part) => (
        <div key={part} data-part={part}>
          {part === 'length' && (
            <ComposerLength
              start={values.happenedAt}
              minutes={values.minutes}
              onChange={(minutes) => onChange({ minutes })}
            />
          )}
          {(part === 'needs' || part === 'place') && (
            <Labelled label={part === 'needs' ? t('meetings.needs') : words[part]}>
              <FieldInput
                entity="interaction"
                field={part}
                label={null}
                minRows={1}
                placeholder={part === 'needs' ? t('meetings.needsPlaceholder') : words[part]}
                value={values[part]}
                onChange={(text) => onChange({ [part]: typeof text === 'string' ? text : '' })}
              />
            </Labelled>
          )}
          {part === 'result' && (
            <ChoiceRow
              label={fieldLabel('interaction', 'result')}
              options={CALL_RESULTS.map((result) => ({
                value: result,
                label: choiceLabel('interaction', 'result', result),
              }))}
              chosen={values.result ? [values.result] : []}
              onToggle={(result) => onChange({ result: result === values.result ? null : result })}
            />
          )}
          {part === 'trip' && values.trip && (
            <Labelled label={words.trip}>
              <TripFields trip={values.trip} onChange={(trip) => onChange({ trip })} />
            </Labelled>
          )}
        </div>
      ))}
      <ChoiceRow
        label={t('meetings.more')}
        options={offered.map((part) => ({ value: part, label: words[part] }))}
        chosen={open}
        onToggle={toggle}
      />
    </div>
  );
}

/** The label stands where those of the rows of choices stand; readers get it from the field itself. */
function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.labelled}>
      <span className={classes.choicesLabel} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

function TripFields({ trip, onChange }: { trip: TripDraft; onChange(trip: TripDraft): void }) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t('trips.trip')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={8}>
        {(['fromPlace', 'toPlace'] as const).map((field) => (
          <FieldInput
            key={field}
            entity="trip"
            field={field}
            label={null}
            placeholder={fieldLabel('trip', field)}
            value={trip[field]}
            onChange={(text) => onChange({ ...trip, [field]: typeof text === 'string' ? text : '' })}
          />
        ))}
        <KilometresInput
          label={null}
          from={trip.fromPlace}
          to={trip.toPlace}
          value={trip.kilometres}
          onChange={(kilometres) => onChange({ ...trip, kilometres })}
        />
        <FieldInput
          entity="trip"
          field="vehicle"
          label={null}
          placeholder={fieldLabel('trip', 'vehicle')}
          value={trip.vehicle}
          onChange={(text) => onChange({ ...trip, vehicle: typeof text === 'string' ? text : '' })}
        />
      </SimpleGrid>
      {trip.kilometres === null && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('meetings.withoutKilometres')}
        </Text>
      )}
    </div>
  );
}
