/** Start, end, notice and renewal, which belong together, and what follows from them in one sentence. */
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/client.ts';
import { today, useFormat } from '#renderer/lib/format.ts';
import type { OutputOf } from '#renderer/lib/live.ts';
import { CommitField } from '#renderer/ui/commit-field.tsx';
import classes from './contracts.module.css';
import { noticeTone } from './notice-tone.ts';

export type ContractPageData = OutputOf<'contracts', 'get'>;
type Contract = ContractPageData['contract'];
type TermField = 'startsOn' | 'endsOn' | 'noticeMonths' | 'renews';

export function ContractTerm({
  contract,
  noticeDeadline,
}: Pick<ContractPageData, 'contract' | 'noticeDeadline'>) {
  const { t } = useTranslation();
  const field = (name: TermField) => (
    <CommitField
      entity="contract"
      field={name}
      record={contract.id}
      client={contract.client}
      value={contract[name]}
      onCommit={(value) => rpc.contracts.edit({ id: contract.id, values: { [name]: value } })}
    />
  );
  return (
    <fieldset className={classes.term}>
      <legend>{t('contracts.term')}</legend>
      <div className={classes.termFields}>
        {field('startsOn')}
        {field('endsOn')}
        {field('noticeMonths')}
        <div className={classes.flag}>{field('renews')}</div>
      </div>
      <TermSentence contract={contract} noticeDeadline={noticeDeadline} />
    </fieldset>
  );
}

function TermSentence({ contract, noticeDeadline }: { contract: Contract; noticeDeadline: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { tone } = noticeTone({ status: contract.status, noticeDeadline }, today());
  const end = format.day(contract.endsOn);
  const deadline = format.day(noticeDeadline);
  return (
    <p className={classes.sentence} data-tone={tone} role="status">
      {sentence()}
    </p>
  );

  function sentence(): string {
    if (!contract.endsOn) return t('contracts.sentence.noEnd');
    if (contract.renews === false) return t('contracts.sentence.ends', { end });
    if (!noticeDeadline) return t('contracts.sentence.noNotice', { end });
    if (tone !== 'late') return t('contracts.sentence.deadline', { end, deadline });
    return t(contract.renews ? 'contracts.sentence.missedRenews' : 'contracts.sentence.missed', {
      end,
      deadline,
    });
  }
}
