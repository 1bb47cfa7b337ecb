/** Step 2: what the file is and where its columns go; every change shows at once. */
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowProblemEntry } from '#shared/contract/exchange.ts';
import { targetsOf } from './column-targets.ts';
import { ColumnsTable } from './columns-table.tsx';
import { FileLines } from './file-lines.tsx';
import { goTo, setOptions, useImport } from './import-store.ts';
import { ReadingFields } from './reading-fields.tsx';
import { rowSentence } from './sentences.ts';
import { StepFrame, Trouble } from './step-frame.tsx';
import { dropFile } from './take-file.ts';
import { useInspection, usePlan } from './use-inspection.ts';
import { Loading } from '#renderer/ui/loading.tsx';

export function ColumnsStep() {
  const { t, i18n } = useTranslation();
  const file = useImport((state) => state.file);
  const map = useImport((state) => state.map);
  const { inspection, trouble, pending } = useInspection();
  const plan = usePlan();
  if (!inspection) {
    return (
      <StepFrame title={t('exchange.columns.title')} trouble={trouble} back={dropFile}>
        {!trouble && <Loading />}
      </StepFrame>
    );
  }
  const targets = targetsOf(inspection, map);
  const counted =
    inspection.format === 'vcard'
      ? 'exchange.cards.count'
      : inspection.rowsEstimated
        ? 'exchange.columns.rowsAbout'
        : 'exchange.columns.rows';
  const rows = t(counted, { count: inspection.rows });
  const obstacle = trouble ?? plan.trouble;
  return (
    <StepFrame
      title={t('exchange.columns.title')}
      hint={`${file?.name ?? ''} · ${rows}`}
      trouble={obstacle}
      back={dropFile}
      next={{
        label: t('exchange.steps.next'),
        act: () => goTo('plan'),
        disabled: obstacle !== null || pending,
      }}
    >
      <FileWarnings problems={inspection.problems} />
      <ReadingFields inspection={inspection} />
      <ColumnsTable key={i18n.language} inspection={inspection} targets={targets} />
      {inspection.format !== 'vcard' && <FileLines inspection={inspection} />}
      {targets.size === 0 && <Text>{t('exchange.refusal.noRows')}</Text>}
    </StepFrame>
  );
}

/** What is doubtful about the whole file; a better encoding is offered at once. */
function FileWarnings({ problems }: { problems: RowProblemEntry[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const encoding = problems.map(({ params }) => params['encoding']).find((name) => typeof name === 'string');
  const sentences = [...new Set(problems.map(rowSentence))];
  if (encoding) sentences.push(t('exchange.columns.likelier', { encoding }));
  return (
    <Trouble sentence={sentences.join(' ')}>
      {encoding && (
        <Button variant="subtle" size="compact-sm" ml="xs" onClick={() => setOptions({ encoding })}>
          {t('exchange.columns.useEncoding', { encoding })}
        </Button>
      )}
    </Trouble>
  );
}
