/** What may be opened, shown or only saved; a name that lies is found out by the bytes. */
import { expect, test } from 'vitest';
import { endingOf, judgeFile } from '#shared/domain/attachments/file-rules.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
const PNG = bytes('\x89PNG\r\n\x1a\n\x00\x00');
const JPEG = bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00');
const PDF = bytes('%PDF-1.7\n');
const ZIP = bytes('PK\x03\x04\x14\x00');
const EXE = bytes('MZ\x90\x00\x03\x00');
const OLE = bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');

test.each([
  ['foto.jpg', JPEG, 'photo', 'image/jpeg', 'show'],
  ['FOTO.PNG', PNG, 'photo', 'image/png', 'show'],
  ['a.webp', bytes('RIFF\x00\x00\x00\x00WEBPVP8 '), 'photo', 'image/webp', 'show'],
  ['a.heic', bytes('\x00\x00\x00\x18ftypheic'), 'photo', 'image/heic', 'save'],
  ['memo.webm', bytes('\x1a\x45\xdf\xa3\x9f'), 'memo', 'audio/webm', 'play'],
  ['memo.m4a', bytes('\x00\x00\x00\x20ftypM4A '), 'memo', 'audio/mp4', 'play'],
  ['zmluva.pdf', PDF, 'file', 'application/pdf', 'handOn'],
  ['poznámky.txt', bytes('Stretnutie o 9.00\r\n'), 'file', 'text/plain', 'handOn'],
] as const)('%s is what it says', (name, head, kind, mediaType, handling) => {
  expect(judgeFile(name, head)).toEqual({ kind, mediaType, handling });
});

test.each(['zip', '7z', 'tar', 'docx', 'odt'])('.%s is saved, not opened', (ending) => {
  const head = ending === '7z' ? bytes("7z\xbc\xaf'\x1c") : ending === 'tar' ? tar() : ZIP;
  expect(judgeFile(`a.${ending}`, head).handling).toBe('save');
});

const ACTIVE =
  'exe msi bat cmd ps1 vbs js hta lnk url scr jar sh desktop py html htm svg xml mht docm xlsm pptm xlsb doc xls ppt rtf iso dmg';

test.each(ACTIVE.split(' '))('.%s is never opened, whatever is in it', (ending) => {
  for (const head of [EXE, ZIP, OLE, PDF, bytes('text'), bytes('')])
    expect(judgeFile(`faktúra.${ending}`, head)).toMatchObject({ kind: 'file', handling: 'warn' });
});

test.each([
  ['foto.jpg', EXE],
  ['foto.png', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
  ['zmluva.pdf', ZIP],
  ['zmluva.pdf', bytes('<html><script>')],
  ['poznámky.txt', bytes('#!/bin/sh\nrm -rf /')],
  ['poznámky.txt', bytes('\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00')],
  ['tabuľka.xlsx', OLE],
  ['memo.webm', bytes('<!DOCTYPE html>')],
  ['bez prípony', EXE],
  ['neznáme.xyz', bytes('<?xml version="1.0"?>')],
] as const)('%s that is something else is never opened', (name, head) => {
  expect(judgeFile(name, head)).toMatchObject({
    kind: 'file',
    handling: 'warn',
    mediaType: 'application/octet-stream',
  });
});

test('the ending that the system would see counts', () => {
  expect(endingOf('foto.jpg.exe')).toBe('exe');
  expect(endingOf('foto.exe. . ')).toBe('exe');
  // The mark that turns the direction of writing makes `gpj.exe` look like `exe.jpg`.
  expect(endingOf('foto\u202egpj.exe')).toBe('exe');
  expect(endingOf('bez prípony')).toBe('');
});

function tar(): Uint8Array {
  const head = new Uint8Array(512);
  head.set(bytes('ustar'), 257);
  return head;
}
