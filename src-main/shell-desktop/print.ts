/** Paper: the system's print dialog, and the same page as a PDF where the person wants it. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { SavePdfResult } from '#shared/desktop/bridge.ts';
import type { ErrorLog } from './error-log.ts';
import { safeFileName } from './file-name.ts';
import type { Words } from './words.ts';

export function printPage(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => window.webContents.print({ printBackground: true }, () => resolve()));
}

export async function savePdf(
  window: BrowserWindow,
  { say }: Words,
  name: string,
  errors: ErrorLog,
): Promise<SavePdfResult> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('desktop.pdfTitle'),
    defaultPath: path.join(app.getPath('documents'), `${safeFileName(name)}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return 'cancelled';
  try {
    const bytes = await window.webContents.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
    });
    // Beside and renamed: a full disk must not leave half a file under the chosen name.
    await fs.writeFile(`${filePath}.part`, bytes);
    await fs.rename(`${filePath}.part`, filePath);
    return 'saved';
  } catch (error) {
    errors.error('pdf', error);
    await fs.rm(`${filePath}.part`, { force: true }).catch(() => {});
    return 'failed';
  }
}
