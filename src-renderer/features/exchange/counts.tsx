/** What an import did or would do, as numbers with their nouns; what is zero is left out. */
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '#shared/contract/exchange.ts';
import { useFormat } from '#renderer/lib/format.ts';
import styles from './import.module.css';

const LINES = ['clients', 'contacts', 'positions', 'filled', 'same', 'differing', 'skipped'] as const;

export function Counts({ result }: { result: ImportResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const numbers = { ...result.created, ...result, created: undefined };
  const shown = LINES.filter((line) => numbers[line] > 0);
  return (
    <ul className={styles.counts} aria-label={t('exchange.counts.label')}>
      {shown.map((line) => (
        <li key={line} data-look={line === 'skipped' || line === 'differing' || undefined}>
          <strong>{format.number(numbers[line])}</strong>{' '}
          <span>{t(`exchange.counts.${line}`, { count: numbers[line] })}</span>
        </li>
      ))}
    </ul>
  );
}
