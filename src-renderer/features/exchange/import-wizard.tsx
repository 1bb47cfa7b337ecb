/** The wizard of an import: file, columns, preview, run, result. Each step is announced and takes the focus. */
import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { BackLink } from './back-link.tsx';
import { ColumnsStep } from './columns-step.tsx';
import styles from './exchange.module.css';
import importStyles from './import.module.css';
import { FileStep } from './file-step.tsx';
import { emptyImport, STEPS, type Step, useImport } from './import-store.ts';
import { PlanStep } from './plan-step.tsx';
import { ResultStep } from './result-step.tsx';
import { RunStep } from './run-step.tsx';
import { WindowDrop } from './window-drop.tsx';

const BODIES: Record<Step, () => React.JSX.Element | null> = {
  file: FileStep,
  columns: ColumnsStep,
  plan: PlanStep,
  run: RunStep,
  result: ResultStep,
};

export function ImportWizard() {
  const { t } = useTranslation();
  const step = useImport((state) => state.step);
  const section = useRef<HTMLElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    section.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [step]);
  useKeepDuringRun(step === 'run');
  // A result that was seen is over; one that came while the person was elsewhere waits to be seen.
  useEffect(
    () => () => {
      if (useImport.getState().step === 'result') emptyImport();
    },
    [],
  );

  const Body = BODIES[step];
  const announced = {
    number: STEPS.indexOf(step) + 1,
    total: STEPS.length,
    title: t(`exchange.steps.${step}`),
  };
  return (
    <PageFrame
      title={t('exchange.home.import')}
      aside={<StepTrail step={step} />}
      actions={<BackLink />}
      scroll
    >
      {step !== 'file' && <WindowDrop />}
      <section ref={section} className={styles.content}>
        <Body />
        <VisuallyHidden role="status">{t('exchange.steps.announce', announced)}</VisuallyHidden>
      </section>
    </PageFrame>
  );
}

function StepTrail({ step }: { step: Step }) {
  const { t } = useTranslation();
  const current = STEPS.indexOf(step);
  return (
    <nav aria-label={t('exchange.steps.label')}>
      <ol className={importStyles.trail}>
        {STEPS.map((name, index) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            data-past={index < current || undefined}
          >
            <span className={importStyles.trailNumber} aria-hidden>
              {index < current ? <IconCheck size={14} /> : index + 1}
            </span>
            <span>
              {t(`exchange.steps.${name}`)}
              {index < current && <VisuallyHidden> {t('exchange.steps.done')}</VisuallyHidden>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Closing the window would stop the run, so the browser asks first. */
function useKeepDuringRun(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [running]);
}
