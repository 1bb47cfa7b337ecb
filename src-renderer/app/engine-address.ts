/** Where the engine answers: the desktop's port, or the origin that served the page, whose cookie says who asks. */
import { desktop } from '#renderer/lib/desktop.ts';
import { type OpenLine, portLine, socketLine } from '#renderer/lib/engine-line.ts';

export function engineLine(location: Pick<Location, 'protocol' | 'host'>): OpenLine {
  if (desktop) return portLine(desktop);
  return socketLine(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
}
