/**
 * The built window as a list of exact addresses. Nothing of a request ever becomes a path on the disk, so
 * no spelling of `..` can lead out of the folder.
 */
import fs from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Pages of the window (`app/routes.tsx`): a section, then ids. A name could not stand in such an address. */
const SECTIONS =
  'day|handover|clients|contacts|duplicates|meetings|promises|calls|calendar|objections|contracts|trips|exchange|sync|settings';
const PART =
  '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|new|import|export|conflicts|brief|clients|contacts|week|check|quiet|requests';
const PAGE = new RegExp(`^/(?:(?:${SECTIONS})(?:/(?:${PART})){0,3})?$`);
const NONCE_PLACE = '__NONCE__';

export interface StaticFile {
  type: string;
  content: Buffer;
}

export interface StaticFiles {
  fileAt(address: string): StaticFile | undefined;
  /** The start page with the nonce and the language written in, for every address of the window's own routes. */
  pageAt(address: string, nonce: string, language?: 'sk' | 'en'): string | undefined;
}

/** Null when the window has not been built. */
export function readStaticFiles(folder: string): StaticFiles | null {
  const index = path.join(folder, 'index.html');
  if (!fs.existsSync(index)) return null;
  const page = fs.readFileSync(index, 'utf8');
  const files = new Map<string, StaticFile>();
  for (const file of filesIn(folder)) {
    const type = TYPES[path.extname(file)];
    if (!type || file === index) continue;
    files.set(`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, {
      type,
      content: fs.readFileSync(file),
    });
  }
  return {
    fileAt: (address) => files.get(address),
    pageAt(address, nonce, language = 'sk') {
      if (!PAGE.test(address)) return undefined;
      return page.replaceAll(NONCE_PLACE, nonce).replace('<html lang="sk"', `<html lang="${language}"`);
    },
  };
}

/** Folder by folder: in a packed program a folder is part of an archive, and only the plain reading is sure there. */
function filesIn(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(place);
    return entry.isFile() ? [place] : [];
  });
}
