/** How far an update of the desktop program is, as the window shows it. */

/**
 * `config`: the administrator's file cannot be used. `notHere`: this copy is not one that can replace itself.
 * `unreachable`: the server does not answer. `unsigned`: what it offers is not signed by the team's key.
 * `redirected`: it sends to another server. `damaged`: the file is not the one that was signed.
 * `disk`: the new version could not be written. `notInstalled`: it could not be put in place.
 */
export type UpdateTrouble =
  | 'config'
  | 'notHere'
  | 'unreachable'
  | 'unsigned'
  | 'redirected'
  | 'damaged'
  | 'disk'
  | 'notInstalled';

export type UpdateState =
  /** Nobody has set up a server: nothing is ever asked. */
  | { step: 'off' }
  /** Set up, not asked since the start. */
  | { step: 'idle' }
  | { step: 'checking' }
  /** `checkedAt` in milliseconds since 1970. */
  | { step: 'current'; checkedAt: number }
  /** `bytes` of the file to download; null where the feed does not say. */
  | { step: 'available'; version: string; bytes: number | null }
  /** `percent` is a whole number from 0 to 100. */
  | { step: 'downloading'; version: string; percent: number }
  | { step: 'ready'; version: string }
  | { step: 'trouble'; trouble: UpdateTrouble };
