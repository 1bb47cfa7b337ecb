/** An event whose default the app may prevent. */
import { refuseUnknown } from './refuse-unknown.ts';

export interface Preventable {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(fields: T): T & Preventable {
  let isPrevented = false;
  const event = {
    ...fields,
    get defaultPrevented() {
      return isPrevented;
    },
    preventDefault: () => void (isPrevented = true),
  };
  return refuseUnknown('event', event);
}
