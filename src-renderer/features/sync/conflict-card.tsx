/** One conflict: before, mine and theirs side by side, with who wrote each and when. */
import { Anchor, Button, Kbd, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '#renderer/lib/format.ts';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { Initials } from '#renderer/ui/initials.tsx';
import { fieldName } from '#renderer/ui/value-words.ts';
import type { ConflictRow } from '#shared/contract/sync.ts';
import { choiceOf, fieldsShown, hasChangedSince, sidesOf, type Which } from './conflict-sides.ts';
import { ConflictValues } from './conflict-values.tsx';
import classes from './conflicts.module.css';
import { recordHref } from '#renderer/lib/record-href.ts';
import { recordTitle } from './record-title.ts';
import { resolveConflicts } from './resolve-conflicts.ts';

export function ConflictCard({ row }: { row: ConflictRow }) {
  const { t } = useTranslation();
  const heading = useId();
  const fields = fieldsShown(row);
  const changed = hasChangedSince(row);
  // A removal is about the record, not about the field that was edited.
  const named = row.kind === 'deleted';
  const isOpen = row.resolvedAt === null;
  const sides = sidesOf(row);
  const about = fields.map((field) => fieldName(row.entity, field)).join(', ');
  return (
    <article
      className={classes.card}
      tabIndex={0}
      aria-labelledby={heading}
      data-conflict={row.id}
      data-record={row.record}
    >
      <div className={classes.cardHead}>
        <Title order={3} size="h4" id={heading}>
          {[recordTitle(row), !named && about].filter(Boolean).join(' – ')}
        </Title>
        <RecordLink row={row} />
      </div>
      <Note row={row} changed={changed} />
      <div className={classes.versions}>
        <div role="group" className={classes.version} aria-label={t('sync.conflicts.before')}>
          <div className={classes.who}>
            <span className={classes.name}>{t('sync.conflicts.before')}</span>
          </div>
          {row.before ? (
            <ConflictValues
              entity={row.entity}
              names={row.names}
              fields={fields}
              named={named}
              value={row.before}
            />
          ) : (
            <Text c="dimmed">{t('sync.conflicts.notKnown')}</Text>
          )}
        </div>
        {sides.map((which, at) => (
          <Version
            key={which}
            row={row}
            which={which}
            number={at + 1}
            fields={fields}
            // What has been overtaken since can no longer be left as it is.
            stands={which === 'kept' && !changed && isOpen}
            canTake={isOpen && !(which === 'kept' && changed)}
          />
        ))}
      </div>
      {changed && row.now && (
        <div className={classes.now}>
          <Text fw={600}>{t('sync.conflicts.now')}</Text>
          <ConflictValues
            entity={row.entity}
            names={row.names}
            fields={fields}
            named={named}
            value={row.now}
          />
          {isOpen && (
            <TakeButton row={row} which="kept" number={sides.indexOf('kept') + 1}>
              {t('sync.conflicts.keep')}
            </TakeButton>
          )}
        </div>
      )}
      {!isOpen && <Settled row={row} />}
    </article>
  );
}

function RecordLink({ row }: { row: ConflictRow }) {
  const { t } = useTranslation();
  const href = recordHref(row.entity, row.record, row.client?.id ?? null);
  if (!href || (row.title === '' && !row.here)) return null;
  return (
    <Anchor component={Link} href={href} size="sm" className={classes.link}>
      {t('sync.conflicts.openRecord')} <IconArrowRight size={14} aria-hidden />
    </Anchor>
  );
}

function Note({ row, changed }: { row: ConflictRow; changed: boolean }) {
  const { t } = useTranslation();
  const said = [
    row.kind === 'deleted' &&
      t(row.kept.value === null ? 'sync.conflicts.deletedGone' : 'sync.conflicts.deleted'),
    row.kind === 'text' && t('sync.conflicts.text'),
    changed && t('sync.conflicts.changedSince'),
  ].filter(Boolean);
  return said.length > 0 && <Text size="sm">{said.join(' ')}</Text>;
}

interface VersionProps {
  row: ConflictRow;
  which: Which;
  number: number;
  fields: readonly string[];
  stands: boolean;
  canTake: boolean;
}

function Version({ row, which, number, fields, stands, canTake }: VersionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, mine, byName, at } = row[which];
  const other = row[which === 'kept' ? 'lost' : 'kept'].value;
  const name = mine ? t('sync.conflicts.mine') : (byName ?? t('sync.conflicts.unknown'));
  return (
    <div role="group" className={classes.version} data-stands={stands || undefined} aria-label={name}>
      <div className={classes.who}>
        <Initials name={byName ?? name} size={24} />
        <span className={classes.name}>{name}</span>
        {stands && <span className={classes.stands}>{t('sync.conflicts.stands')}</span>}
      </div>
      <Text size="sm" c="dimmed">
        {t('sync.conflicts.at', { exact: format.instant(at), relative: format.relative(at) })}
      </Text>
      {value === null ? (
        <Text className={classes.value}>{t('sync.conflicts.gone')}</Text>
      ) : (
        <ConflictValues
          entity={row.entity}
          names={row.names}
          fields={fields}
          named={row.kind === 'deleted'}
          value={value}
          other={other}
        />
      )}
      {canTake && (
        <TakeButton row={row} which={which} number={number}>
          {t(wordsOf(which, value === null))}
        </TakeButton>
      )}
    </div>
  );
}

function wordsOf(which: Which, isDeletion: boolean) {
  if (isDeletion) return which === 'kept' ? 'sync.conflicts.keepDeleted' : 'sync.conflicts.takeDeleted';
  return which === 'kept' ? 'sync.conflicts.keep' : 'sync.conflicts.take';
}

interface TakeButtonProps {
  row: ConflictRow;
  which: Which;
  number: number;
  children: string;
}

function TakeButton({ row, which, number, children }: TakeButtonProps) {
  return (
    <Button
      variant="default"
      className={classes.take}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {number}
        </Kbd>
      }
      onClick={() => void resolveConflicts([row], choiceOf(which))}
    >
      {children}
    </Button>
  );
}

function Settled({ row }: { row: ConflictRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const how = choiceLabel('conflict', 'choice', row.choice);
  const when = format.relative(row.resolvedAt);
  return (
    <Text size="sm" c="dimmed" title={format.instant(row.resolvedAt)}>
      {row.resolvedByName
        ? t('sync.conflicts.settledBy', { how, who: row.resolvedByName, when })
        : t('sync.conflicts.settledWhen', { how, when })}
    </Text>
  );
}
