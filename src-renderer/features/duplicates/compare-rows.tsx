/** The values of both, unit by unit; where both say something else, one of them is chosen. */
import { Radio, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldName, useValueWords } from '#renderer/ui/value-words.ts';
import type { DuplicateKind } from '#shared/contract/duplicates.ts';
import { entities } from '#shared/entities/index.ts';
import { type Pair, SIDES, type Which } from './pair.ts';
import classes from './duplicates.module.css';

interface CompareRowsProps {
  kind: DuplicateKind;
  pair: Pair;
  winner: Which;
  chosen: Readonly<Record<string, Which>>;
  onChoose(field: string, side: Which): void;
}

export function CompareRows({ kind, pair, winner, chosen, onChoose }: CompareRowsProps) {
  const { t } = useTranslation();
  const words = useValueWords();
  const wordsOf = (side: Which, fields: readonly string[]) =>
    fields
      .map((field) => words.of(kind, field, pair[side].values[field]))
      .filter(Boolean)
      .join(', ');
  const units = Object.entries(entities[kind].units).filter(
    ([unit, fields]) => unit !== 'mergedInto' && SIDES.some((side) => wordsOf(side, fields) !== ''),
  );
  return units.map(([unit, fields]) => {
    const name = unitName(kind, unit, fields);
    const [first = ''] = fields;
    const isChoice = pair.choices.some((choice) => choice[0] === first);
    const value = chosen[first] ?? winner;
    return (
      <tr key={unit}>
        <th scope="row">{name}</th>
        {SIDES.map((side) => {
          const text = wordsOf(side, fields);
          return (
            <td key={side} data-taken={(isChoice ? value === side : text !== '') || undefined}>
              {isChoice ? (
                <Radio
                  name={`unit-${unit}`}
                  checked={value === side}
                  onChange={() => onChoose(first, side)}
                  label={text}
                  aria-label={t('duplicates.takeFrom', { field: name, value: text })}
                />
              ) : (
                <span className={classes.value}>{text || '–'}</span>
              )}
              {!isChoice && side !== winner && text !== '' && <Note fields={fields} />}
            </td>
          );
        })}
      </tr>
    );
  });

  function Note({ fields }: { fields: readonly string[] }) {
    const other = winner;
    const here = wordsOf(other, fields);
    const isList = fields.some((field) => entities[kind].fields[field as never]?.['storage'] === 'json');
    if (here !== '' && !isList) return null;
    if (here === wordsOf(other === 'one' ? 'other' : 'one', fields)) return null;
    return (
      <Text size="sm" c="dimmed" span className={classes.note}>
        {t(here === '' ? 'duplicates.filled' : 'duplicates.united')}
      </Text>
    );
  }
}

/** An address or a name is one thing, called by its first field. */
function unitName(kind: DuplicateKind, unit: string, fields: readonly string[]): string {
  if (fields.length === 1) return fieldName(kind, unit);
  return fields.map((field) => fieldName(kind, field)).join(', ');
}
