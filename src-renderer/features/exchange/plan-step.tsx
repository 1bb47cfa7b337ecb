/** Step 3: what the import would do, counted over the whole file, with the first rows one by one. */
import { Progress, Radio, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Counts } from './counts.tsx';
import styles from './exchange.module.css';
import { goTo, useImport } from './import-store.ts';
import { PlanRows } from './plan-rows.tsx';
import { type Count, countImport, runImport, stopCounting, useCount } from './run-import.ts';
import { StepFrame } from './step-frame.tsx';
import { useInspection, usePlan, useReadingKey } from './use-inspection.ts';
import { Loading } from '#renderer/ui/loading.tsx';

export function PlanStep() {
  const { t } = useTranslation();
  const trouble = useImport((state) => state.trouble);
  const problems = useImport((state) => state.problems);
  const isCards = useImport((state) => state.isCards);
  const reading = useReadingKey();
  const { inspection } = useInspection();
  const plan = usePlan();
  useEffect(() => {
    void countImport(reading);
    return () => void stopCounting();
  }, [reading]);
  const known = useCount((state) => state.count);
  const count = known?.of === reading ? known : null;
  const result = count?.result ?? null;
  const refusing = problems === 'refuseAll' && result !== null && result.skipped > 0;
  return (
    <StepFrame
      title={t('exchange.plan.title')}
      hint={t('exchange.plan.hint')}
      trouble={trouble ?? count?.trouble ?? plan.trouble}
      back={() => goTo('columns')}
      next={{
        label: result
          ? t(isCards ? 'exchange.cards.start' : 'exchange.plan.startRows', {
              count: result.rows - result.skipped,
            })
          : t('exchange.plan.start'),
        act: () => void runImport(),
        disabled: plan.trouble !== null || refusing || (result !== null && result.rows === result.skipped),
      }}
    >
      {result ? <Counts result={result} /> : !count?.trouble && <Counting count={count} />}
      {result && isNothingNew(result) && (
        <Text>{t(result.skipped > 0 ? 'exchange.plan.nothingNewBesides' : 'exchange.plan.nothingNew')}</Text>
      )}
      {plan.rows ? (
        <PlanRows rows={plan.rows} as={inspection?.as ?? 'contacts'} />
      ) : (
        !plan.trouble && <Loading />
      )}
      <Radio.Group
        label={t('exchange.plan.onProblem')}
        value={problems}
        onChange={(value) =>
          useImport.setState({ problems: value as 'skipRows' | 'refuseAll', trouble: null })
        }
        error={refusing ? t('exchange.plan.wouldRefuse', { count: result.skipped }) : undefined}
      >
        <Stack gap="xs" my="xs">
          <Radio
            value="skipRows"
            label={t('exchange.plan.skipRows')}
            description={t('exchange.plan.skipRowsHint')}
          />
          <Radio
            value="refuseAll"
            label={t('exchange.plan.refuseAll')}
            description={t('exchange.plan.refuseAllHint')}
          />
        </Stack>
      </Radio.Group>
    </StepFrame>
  );
}

function Counting({ count }: { count: Count | null }) {
  const { t } = useTranslation();
  const isCards = useImport((state) => state.isCards);
  const progress = count?.progress;
  const total = progress?.total ?? null;
  return (
    <div className={styles.progress}>
      <Text>{t('exchange.plan.counting')}</Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={progress && total ? (progress.done / total) * 100 : 100}
          animated={!total}
          aria-label={t('exchange.plan.counting')}
        />
      </Progress.Root>
      {progress && (
        <Text c="dimmed" className={styles.numbers}>
          {total === null
            ? t(isCards ? 'exchange.cards.count' : 'exchange.columns.rows', { count: progress.done })
            : t(isCards ? 'exchange.cards.countedOf' : 'exchange.plan.countedOf', {
                done: progress.done,
                total,
              })}
        </Text>
      )}
    </div>
  );
}

function isNothingNew({ created, filled, rows, skipped }: NonNullable<Count['result']>): boolean {
  return rows > skipped && created.clients + created.contacts + created.positions + filled === 0;
}
