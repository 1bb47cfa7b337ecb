/** The sheet of paper with the recovery code: not on the screen, only what print and PDF take. */
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format.ts';
import classes from './code.module.css';

interface CodeSheetProps {
  code: string;
  folder: string;
}

export function CodeSheet({ code, folder }: CodeSheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return createPortal(
    <article className={classes.sheet} data-code-sheet>
      <h1>{t('access.code.sheetTitle')}</h1>
      <ol className={classes.sheetGroups}>
        {code.split('-').map((group, at) => (
          <li key={at}>
            <small>{at + 1}.</small>
            {group}
          </li>
        ))}
      </ol>
      <p>{t('access.code.sheetText')}</p>
      <p>{t('access.code.sheetOf', { folder })}</p>
      <p>{t('access.code.sheetDay', { day: format.instant(Date.now()) })}</p>
    </article>,
    document.body,
  );
}
