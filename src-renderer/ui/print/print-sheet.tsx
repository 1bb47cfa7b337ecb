/** The page itself: black on white whatever the look of the screen, headings on every page. */
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import type { CallLine, PrintJob } from './print-job.ts';
import { liesDown } from './print-job.ts';
import classes from './print-sheet.module.css';

export function PrintSheet({ job, who, at }: { job: PrintJob; who: string; at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isWide = liesDown(job);
  useWidePaper(isWide);
  const asCalls = job.kind === 'calls' && job.calls;
  const printed = asCalls ? asCalls.length : job.rows.length;
  return (
    <article className={classes.sheet} data-wide={isWide || undefined}>
      <header className={classes.top}>
        <h1>{asCalls ? t('print.callsOf', { title: job.title }) : job.title}</h1>
        {job.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        <p>
          {job.count} · {t('print.by', { when: format.instant(at), who })}
        </p>
        {printed < job.total && (
          <p className={classes.part}>
            {t('print.part', { count: printed, total: format.number(job.total) })}
          </p>
        )}
      </header>
      {asCalls ? <Calls lines={asCalls} /> : <Rows job={job} />}
    </article>
  );
}

/** A page that lies down; a named page would leave the first one standing. */
function useWidePaper(isWide: boolean): void {
  useEffect(() => {
    if (!isWide) return;
    const paper = new CSSStyleSheet();
    paper.replaceSync('@page { size: A4 landscape; }');
    document.adoptedStyleSheets.push(paper);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== paper);
    };
  }, [isWide]);
}

function Rows({ job }: { job: PrintJob }) {
  const whole = job.head.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className={classes.table}>
      <colgroup>
        {job.head.map(({ label, share }) => (
          <col key={label} style={{ width: `${(100 * share) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {job.head.map(({ label, align }) => (
            <th key={label} scope="col" data-align={align}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {job.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, at) => (
              <td key={job.head[at]?.label} data-align={job.head[at]?.align}>
                {typeof cell === 'string' && cell.includes('@') ? <Emails text={cell} /> : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A long address breaks behind its sign rather than before its last letter. */
function Emails({ text }: { text: string }) {
  return text.split(/(?<=@)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** A box to tick, whom to call, the numbers, and room for what was said. */
function Calls({ lines }: { lines: readonly CallLine[] }) {
  const { t } = useTranslation();
  return (
    <table className={`${classes.table} ${classes.calls}`}>
      <colgroup>
        <col className={classes.tickColumn} />
        <col className={classes.whoColumn} />
        <col className={classes.phoneColumn} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t('print.done')}</span>
          </th>
          <th scope="col">{t('print.who')}</th>
          <th scope="col">{t('print.phone')}</th>
          <th scope="col">{t('print.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at}>
            <td>
              <span className={classes.tick} aria-hidden />
            </td>
            <td>
              <b>{line.name}</b>
              {line.detail && <div className={classes.detail}>{line.detail}</div>}
            </td>
            <td className={classes.phones}>{line.phones.join('\n')}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
