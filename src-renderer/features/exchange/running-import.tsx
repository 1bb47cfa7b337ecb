/** An import that runs while one is elsewhere, or whose result nobody has seen yet, with the way back to it. */
import { Button, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './exchange.module.css';
import { useImport } from './import-store.ts';
import { WIZARD } from './run-import.ts';

export function RunningImport() {
  const { t } = useTranslation();
  const { step, file, progress } = useImport();
  if (step === 'file') return null;
  const name = file?.name ?? '';
  const percent = progress?.total ? Math.floor((100 * progress.done) / progress.total) : null;
  const words = { run: 'exchange.run.under', result: 'exchange.run.finished' } as const;
  const sentence = t(step === 'run' || step === 'result' ? words[step] : 'exchange.run.open', { name });
  return (
    <section className={styles.under} aria-label={sentence}>
      <Text>{sentence}</Text>
      {step === 'run' && (
        <Progress
          className={styles.underBar}
          value={percent ?? 100}
          animated={percent === null}
          aria-label={sentence}
        />
      )}
      <Button component={Link} href={WIZARD} variant="default" ml="auto">
        {t(step === 'result' ? 'exchange.run.showResult' : 'exchange.run.goOn')}
      </Button>
    </section>
  );
}
