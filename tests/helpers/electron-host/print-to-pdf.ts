/** printToPDF by Chromium itself, with Electron's names of its options. */
import { Buffer } from 'node:buffer';
import type { DevtoolsSession } from './devtools.ts';
import { NotInStandIn, refuseUnknownOptions } from './refuse-unknown.ts';

/** Sizes are in inches, as Electron takes them. */
export interface PdfOptions {
  landscape?: boolean;
  displayHeaderFooter?: boolean;
  headerTemplate?: string;
  footerTemplate?: string;
  printBackground?: boolean;
  preferCSSPageSize?: boolean;
  generateTaggedPDF?: boolean;
  scale?: number;
  pageSize?: 'A4' | { width: number; height: number };
  margins?: { top?: number; bottom?: number; left?: number; right?: number };
}

const KNOWN = [
  'landscape',
  'displayHeaderFooter',
  'headerTemplate',
  'footerTemplate',
  'printBackground',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'scale',
  'pageSize',
  'margins',
];

export async function printToPdf(page: DevtoolsSession, options: PdfOptions): Promise<Buffer> {
  refuseUnknownOptions('printToPDF', options, KNOWN);
  const { pageSize = 'A4', margins = {}, ...others } = options;
  if (typeof pageSize === 'string' && pageSize !== 'A4')
    throw new NotInStandIn(`page size ${String(pageSize)}`);
  refuseUnknownOptions('margins of printToPDF', margins, ['top', 'bottom', 'left', 'right']);
  const { width, height } = pageSize === 'A4' ? { width: 8.27, height: 11.7 } : pageSize;
  const { data } = await page.send<{ data: string }>('Page.printToPDF', {
    ...others,
    paperWidth: width,
    paperHeight: height,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
  });
  return Buffer.from(data, 'base64');
}
