/**
 * What pages may ask of the system and of the network. Everything is denied but copying to the clipboard, and the
 * one device whose screen is open; no request leaves for an address that is not ours.
 */
import type { Session } from 'electron';
import type { Capture } from './capture.ts';
import { isOurRequest, ourAddress } from './our-address.ts';

/** Copying out by a key or a button. Reading the clipboard stays denied. */
const HARMLESS = 'clipboard-sanitized-write';

export function guardSession(session: Session, capture: Capture, developer: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const ours = details.isMainFrame && ourAddress(details.requestingUrl) !== null;
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(ours && (permission === HARMLESS || (permission === 'media' && capture.allows(media))));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    if (!details.isMainFrame || !ourAddress(origin)) return false;
    return permission === HARMLESS || (permission === 'media' && capture.allows([details.mediaType ?? '']));
  });
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    // The overloads of `on` do not take a union; the first two arguments are the same for all three.
    (session.on as (name: string, listener: (event: { preventDefault(): void }) => void) => void)(
      event,
      (choosing) => choosing.preventDefault(),
    );
  }
  session.webRequest.onBeforeRequest((request, answer) => {
    const tools = developer && request.url.startsWith('devtools:');
    answer({ cancel: !tools && !isOurRequest(request.url) });
  });
  session.on('will-download', (event, item) => {
    // A file that the window made; anything else would be a request to somewhere.
    if (!item.getURL().startsWith('blob:') || !isOurRequest(item.getURL())) event.preventDefault();
  });
}
