/** Names of files that came from data: one plain name, of a kind that may be opened. */
import path from 'node:path';

/** Kinds that programs show. Nothing that runs, and no Office format that can carry a macro. */
export const OPENED_EXTENSIONS = ['csv', 'xlsx', 'vcf', 'json', 'pdf', 'txt', 'png', 'jpg', 'jpeg'] as const;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST = 120;

export function mayBeOpened(name: string): boolean {
  const extension = path.extname(name).slice(1).toLowerCase();
  return (OPENED_EXTENSIONS as readonly string[]).includes(extension);
}

/** Without folders, control characters and whatever some file system refuses; never empty. */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    // Direction marks could make `gpj.exe` look like `exe.jpg`.
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const extension = path.extname(plain);
  const short = `${plain.slice(0, plain.length - extension.length).slice(0, LONGEST)}${extension}`;
  if (short === '') return 'vizitka';
  return RESERVED.test(short) ? `_${short}` : short;
}
