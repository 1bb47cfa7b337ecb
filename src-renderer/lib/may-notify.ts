/** Whether the system may show what a browser's window says; the desktop program shows it itself. */
import { desktop } from './desktop.ts';

export function mayNotify(): NotificationPermission | 'desktop' | 'unsupported' {
  if (desktop) return 'desktop';
  return 'Notification' in window ? Notification.permission : 'unsupported';
}
