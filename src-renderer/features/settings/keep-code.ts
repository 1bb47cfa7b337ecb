/** Ways to carry the recovery code away from the screen: paper, PDF, a text file. */
import { desktop } from '#renderer/lib/desktop.ts';
import { say } from '#renderer/lib/i18n.ts';

/** What the window shows for print is the sheet with the code. */
export function printSheet(): void {
  if (desktop) void desktop.print();
  else window.print();
}

/** Only where the program itself can write one; a browser offers it in its own print dialog. */
export const canSavePdf = desktop !== undefined;

/** False when it could not be written. */
export async function saveSheetAsPdf(): Promise<boolean> {
  return (await desktop?.savePdf(say('access.code.fileName'))) !== 'failed';
}

export function saveCodeAsText(code: string, folder: string, made: string): void {
  const lines = [
    say('access.code.sheetTitle'),
    '',
    code,
    '',
    say('access.code.sheetText'),
    say('access.code.sheetOf', { folder }),
    say('access.code.sheetDay', { day: made }),
    '',
  ];
  const address = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${say('access.code.fileName')}.txt`;
  document.body.append(link);
  link.click();
  link.remove();
  // The address keeps the code in memory; a minute is longer than any browser needs to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
