/** The page before it is printed, over the whole window; only the page itself reaches the paper. */
import { Button, FocusTrap, Group, Portal, SegmentedControl, Text } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffer } from '#renderer/lib/commands.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { useBehind } from '../use-behind.ts';
import {
  changePrintKind,
  closePrint,
  type PrintJob,
  printNow,
  savePdfNow,
  usePrinting,
} from './print-job.ts';
import classes from './print-preview.module.css';
import { PrintSheet } from './print-sheet.tsx';

export function PrintPreview() {
  const job = usePrinting((state) => state.job);
  return job && <Preview job={job} />;
}

function Preview({ job }: { job: PrintJob }) {
  const { t } = useTranslation();
  const title = useId();
  const { settings } = usePreferences();
  const [at] = useState(() => Date.now());
  useBehind();
  useOffer({
    print: () => void printNow(),
    savePdf: desktop && (() => void savePdfNow(job.title)),
  });
  return (
    <Portal>
      <FocusTrap active>
        <div
          className={classes.overlay}
          role="dialog"
          aria-modal
          aria-labelledby={title}
          data-print
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            closePrint();
          }}
        >
          <div className={classes.bar}>
            <Text id={title} component="h2" fw={600} size="lg" m={0}>
              {t('print.title')}
            </Text>
            {job.calls && (
              <SegmentedControl
                aria-label={t('print.kind')}
                value={job.kind}
                onChange={(kind) => changePrintKind(kind as PrintJob['kind'])}
                data={[
                  { value: 'list', label: t('print.list') },
                  { value: 'calls', label: t('print.calls') },
                ]}
              />
            )}
            <Group gap="xs" ml="auto" wrap="nowrap">
              {desktop && (
                <Button
                  variant="default"
                  leftSection={<IconFileTypePdf size={18} aria-hidden />}
                  onClick={() => void savePdfNow(job.title)}
                >
                  {t('print.savePdf')}
                </Button>
              )}
              <Button
                data-autofocus
                leftSection={<IconPrinter size={18} aria-hidden />}
                onClick={() => void printNow()}
              >
                {t('print.print')}
              </Button>
              <Button variant="default" leftSection={<IconX size={18} aria-hidden />} onClick={closePrint}>
                {t('common.close')}
              </Button>
            </Group>
          </div>
          <div className={classes.desk} tabIndex={0} role="region" aria-label={t('print.page')}>
            <PrintSheet job={job} who={settings?.member.name ?? ''} at={at} />
          </div>
        </div>
      </FocusTrap>
    </Portal>
  );
}
