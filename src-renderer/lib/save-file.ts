/** A file made here and handed to the browser, or to the desktop, as a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after this task; a minute is longer than any of them needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
