/** The last day for notice with its urgency, in a word as well as in a colour. */
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '#renderer/lib/format.ts';
import classes from './contracts.module.css';
import { type NoticeOf, noticeTone } from './notice-tone.ts';

/** Without `words` the days left go to the tip, for narrow rows. */
export function NoticeDeadline({ contract, words }: { contract: NoticeOf; words?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tone, left } = noticeTone(contract, today());
  if (left === null) return null;
  const inWords =
    left < 0
      ? t('contracts.past')
      : left === 0
        ? t('contracts.today')
        : t('contracts.daysLeft', { count: left });
  const urgent = tone !== 'calm';
  return (
    <span className={classes.deadline} data-tone={tone} title={`${t('contracts.deadline')}: ${inWords}`}>
      {format.day(contract.noticeDeadline)}
      {urgent &&
        (words ? (
          <span className={classes.left}>{inWords}</span>
        ) : (
          <span className="sr-only">{inWords}</span>
        ))}
    </span>
  );
}
