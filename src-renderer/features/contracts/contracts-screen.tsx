/** Contracts: the list, and beside it (below 1100 px instead of it) the chosen or the new one. */
import type { ReactNode } from 'react';
import { useLocation, useRoute, useSearchParams } from 'wouter';
import { TwoPane } from '#renderer/ui/page-frame.tsx';
import { ContractForm } from './contract-form.tsx';
import { ContractList } from './contract-list.tsx';
import { ContractPage } from './contract-page.tsx';
import type { ContractPageData } from './contract-term.tsx';

/** What another feature shows on the page of a contract. */
export interface ContractsScreenProps {
  attachments(contract: ContractPageData['contract']): ReactNode;
}

export function ContractsScreen({ attachments }: ContractsScreenProps) {
  const [, go] = useLocation();
  const [, params] = useRoute('/contracts/:id');
  const [search] = useSearchParams();
  const open = params?.id;
  const back = () => go('/contracts');
  return (
    <TwoPane
      list={<ContractList selected={open ?? null} />}
      detail={detail()}
      hasDetail={open !== undefined}
      onBack={back}
      listWidth={440}
    />
  );

  function detail() {
    if (!open) return null;
    if (open !== 'new')
      return <ContractPage key={open} id={open} attachments={attachments} onRemoved={back} />;
    const client = search.get('client');
    return (
      <ContractForm
        key={client}
        client={client}
        onCancel={() => (client ? go(`/clients/${client}`) : back())}
        onCreated={(id) => go(`/contracts/${id}`)}
      />
    );
  }
}
