/** Contracts: the list, and the chosen or the new one. */
import type { ReactNode } from 'react';
import { ListAndPage } from '#renderer/ui/list-and-page.tsx';
import { ContractForm } from './contract-form.tsx';
import { ContractList } from './contract-list.tsx';
import { ContractPage } from './contract-page.tsx';
import type { ContractPageData } from './contract-term.tsx';

/** What another feature shows on the page of a contract. */
export interface ContractsScreenProps {
  attachments(contract: ContractPageData['contract']): ReactNode;
}

export function ContractsScreen({ attachments }: ContractsScreenProps) {
  return (
    <ListAndPage
      path="/contracts"
      list={(selected) => <ContractList selected={selected} />}
      form={(ways) => <ContractForm key={ways.client} {...ways} />}
      page={(id, back) => <ContractPage key={id} id={id} attachments={attachments} onRemoved={back} />}
    />
  );
}
