/**
 * What may be done with a file that came from somebody: shown in the window, played, handed to another program, or
 * only saved. The name claims a kind and the first bytes prove it; what claims one kind and is another is dangerous.
 */
import { type Content, contentOf } from './magic.ts';

/** Greatest attachment, in bytes. */
export const ATTACHMENT_LIMIT = 100 * 1024 * 1024;

/**
 * `show`: a picture. `play`: sound. `handOn`: another program may open it. `save`: only to the disk. `warn`: only to the
 * disk, and with a warning, because it can do something when it is opened there.
 */
export type Handling = 'show' | 'play' | 'handOn' | 'save' | 'warn';

export interface Judged {
  kind: 'photo' | 'memo' | 'file';
  /** The type that the content proves; what was claimed counts for nothing. */
  mediaType: string;
  handling: Handling;
}

interface Kind {
  endings: readonly string[];
  contents: readonly Content[];
  mediaType: string;
  handling: Handling;
}

/** What is known and harmless, by ending. The content must be one of those named. */
const KINDS: readonly Kind[] = [
  { endings: ['jpg', 'jpeg', 'jfif'], contents: ['jpeg'], mediaType: 'image/jpeg', handling: 'show' },
  { endings: ['png'], contents: ['png'], mediaType: 'image/png', handling: 'show' },
  { endings: ['gif'], contents: ['gif'], mediaType: 'image/gif', handling: 'show' },
  { endings: ['webp'], contents: ['webp'], mediaType: 'image/webp', handling: 'show' },
  { endings: ['heic', 'heif', 'avif'], contents: ['heic'], mediaType: 'image/heic', handling: 'save' },
  { endings: ['webm', 'weba'], contents: ['webm'], mediaType: 'audio/webm', handling: 'play' },
  { endings: ['ogg', 'oga', 'opus'], contents: ['ogg'], mediaType: 'audio/ogg', handling: 'play' },
  { endings: ['m4a', 'mp4', 'aac'], contents: ['mp4'], mediaType: 'audio/mp4', handling: 'play' },
  { endings: ['mp3'], contents: ['mp3'], mediaType: 'audio/mpeg', handling: 'play' },
  { endings: ['wav'], contents: ['wav'], mediaType: 'audio/wav', handling: 'play' },
  { endings: ['pdf'], contents: ['pdf'], mediaType: 'application/pdf', handling: 'handOn' },
  { endings: ['txt', 'log', 'md'], contents: ['text'], mediaType: 'text/plain', handling: 'handOn' },
  { endings: ['csv'], contents: ['text'], mediaType: 'text/csv', handling: 'handOn' },
  { endings: ['json'], contents: ['text'], mediaType: 'application/json', handling: 'handOn' },
  { endings: ['vcf'], contents: ['text'], mediaType: 'text/vcard', handling: 'handOn' },
  { endings: ['ics'], contents: ['text'], mediaType: 'text/calendar', handling: 'save' },
  { endings: ['eml'], contents: ['text', 'markup'], mediaType: 'message/rfc822', handling: 'save' },
  {
    endings: ['xlsx'],
    contents: ['zip'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    handling: 'handOn',
  },
  {
    endings: ['docx'],
    contents: ['zip'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    handling: 'save',
  },
  {
    endings: ['pptx'],
    contents: ['zip'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    handling: 'save',
  },
  {
    endings: ['odt'],
    contents: ['zip'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    handling: 'save',
  },
  {
    endings: ['ods'],
    contents: ['zip'],
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    handling: 'save',
  },
  { endings: ['zip'], contents: ['zip'], mediaType: 'application/zip', handling: 'save' },
  {
    endings: ['7z', 'rar', 'gz', 'tgz', 'bz2', 'xz', 'zst', 'tar'],
    contents: ['archive'],
    mediaType: 'application/x-archive',
    handling: 'save',
  },
];

/**
 * Kinds that act when they are opened: programs, scripts, installers, shortcuts, images of disks, active pages, and
 * Office formats that may carry macros. Whatever their content is, they are never opened.
 */
const ACTIVE =
  /^(exe|com|scr|pif|cpl|dll|sys|drv|msi|msp|mst|msix|appx|appinstaller|bat|cmd|ps1|psm1|psd1|vbs?|vbe|jse?|mjs|cjs|wsf|wsh|wsc|hta|reg|inf|scf|lnk|url|website|webloc|desktop|library-ms|search-ms|settingcontent-ms|appref-ms|application|gadget|chm|hlp|jar|jnlp|class|apk|ipa|deb|rpm|appimage|run|bin|sh|bash|zsh|csh|fish|command|workflow|action|app|pkg|dmg|iso|img|vhdx?|py|pyc|pyw|rb|pl|php|lua|tcl|scpt|applescript|html?|xhtml|shtml|mht|mhtml|svgz?|xml|xslt?|swf|doc|dot|docm|dotm|xls|xlt|xlsm|xltm|xlsb|xlam|xla|xll|ppt|pot|pps|pptm|potm|ppsm|ppam|ppa|sldm|mdb|accdb|accde|mde|iqy|slk|pub|one|rtf)$/;

/** Contents that act, whatever the file is called. */
const ACTIVE_CONTENT: ReadonlySet<Content> = new Set(['program', 'script', 'markup', 'ole']);

/** `head` is the first `HEAD_BYTES` of the file, or all of it. */
export function judgeFile(name: string, head: Uint8Array): Judged {
  const content = contentOf(head);
  const ending = endingOf(name);
  const known = KINDS.find(({ endings }) => endings.includes(ending));
  if (ACTIVE.test(ending)) return file('warn');
  if (known)
    return known.contents.includes(content)
      ? { kind: kindOf(known), mediaType: known.mediaType, handling: known.handling }
      : file('warn');
  return ACTIVE_CONTENT.has(content) ? file('warn') : file('save');
}

/** Lower case, without the dot; the last one counts, also behind spaces and dots that Windows drops. */
export function endingOf(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[.\s]+$/, '');
  return /\.([^.\s/\\]+)$/.exec(plain)?.[1]?.toLowerCase() ?? '';
}

function kindOf({ handling, mediaType }: Kind): Judged['kind'] {
  if (handling === 'play') return 'memo';
  return mediaType.startsWith('image/') ? 'photo' : 'file';
}

function file(handling: 'save' | 'warn'): Judged {
  return { kind: 'file', mediaType: 'application/octet-stream', handling };
}
