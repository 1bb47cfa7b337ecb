/** What goes on paper: a list as it is shown (its filter, order and columns), with all its rows up to a limit. */
import type { ReactNode } from 'react';
import { create } from 'zustand';
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';
import { showNote, showTrouble } from '#renderer/lib/notes.tsx';

/** Beyond this a list is for a file, not for paper: about sixty pages. */
export const MOST_PRINTED = 2000;

/** One line of a sheet for telephoning. */
export interface CallLine {
  name: string;
  detail: string;
  phones: readonly string[];
}

export interface PrintHead {
  label: string;
  align?: 'end' | undefined;
  /** Share of the width. */
  share: number;
}

export interface PrintJob {
  title: string;
  /** The number of all records with its noun. */
  count: string;
  total: number;
  /** Chosen filters and the order, one sentence each. */
  facts: readonly string[];
  head: readonly PrintHead[];
  rows: readonly (readonly ReactNode[])[];
  /** The same records for telephoning; null where a list has no telephones. */
  calls: readonly CallLine[] | null;
  kind: 'list' | 'calls';
}

interface Printing {
  job: PrintJob | null;
}

export const usePrinting = create<Printing>(() => ({ job: null }));

export function showPrint(job: PrintJob): void {
  usePrinting.setState({ job });
}

export function changePrintKind(kind: PrintJob['kind']): void {
  usePrinting.setState(({ job }) => ({ job: job && { ...job, kind } }));
}

export function closePrint(): void {
  usePrinting.setState({ job: null });
}

/** Five narrow columns fit a page that stands; more lie down. */
export function liesDown({ kind, head }: Pick<PrintJob, 'kind' | 'head'>): boolean {
  return kind === 'list' && head.length > 5;
}

export async function printNow(): Promise<void> {
  if (desktop) await desktop.print();
  else window.print();
}

/** The page that is shown, as a file of this name; nothing where no page is shown. */
export async function savePdfNow(title: string): Promise<void> {
  if (usePrinting.getState().job) await savePageNow(title);
}

/** What the window has for paper, as a file of this name. */
export async function savePageNow(title: string): Promise<void> {
  const result = await desktop?.savePdf(title);
  if (result === 'failed') showTrouble(say('print.pdfFailed'));
  if (result === 'saved') showNote(say('print.pdfSaved'));
}
