/** One version of a unit, field by field; in a long text the words that the other version does not have are marked. */
import { useTranslation } from 'react-i18next';
import { fieldName, type UnitValue, useValueWords } from '#renderer/ui/value-words.ts';
import { entityNamed } from '#shared/entities/index.ts';
import classes from './conflicts.module.css';
import { differingPieces } from './text-difference.ts';

interface ConflictValuesProps {
  entity: string;
  names: Record<string, string>;
  fields: readonly string[];
  value: UnitValue;
  /** The card does not name its one field already. */
  named?: boolean;
  /** The version to be compared with. */
  other?: UnitValue | null;
}

export function ConflictValues({ entity, names, fields, value, named, other }: ConflictValuesProps) {
  const { t } = useTranslation();
  const words = useValueWords();
  return (
    <dl className={classes.values}>
      {fields.map((field) => {
        const text = words.of(entity, field, value[field], names);
        const isLong = entityNamed(entity).fields[field]?.kind === 'longText';
        const compared = isLong && other ? words.of(entity, field, other[field], names) : null;
        return (
          <div key={field}>
            <dt className={fields.length === 1 && !named ? 'sr-only' : undefined}>
              {fieldName(entity, field)}
            </dt>
            <dd className={classes.value} data-long={isLong || undefined}>
              {text === '' && <span className={classes.none}>{t('common.none')}</span>}
              {compared === null ? text : <Marked text={text} other={compared} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Marked({ text, other }: { text: string; other: string }) {
  return (
    <>
      {differingPieces(text, other).map((piece, at) =>
        piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </>
  );
}
