/** The places of the rail, in the order of the day; what is not built is not shown. */
import {
  IconArrowsExchange,
  IconBuilding,
  IconFlag,
  IconSettings,
  IconSignature,
  type IconProps,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { MessageKey } from '#shared/i18n/index.ts';

export interface Place {
  path: string;
  label: MessageKey;
  icon: ComponentType<IconProps>;
  /** Stands apart at the end of the rail. */
  last?: boolean;
}

export const PLACES: readonly Place[] = [
  { path: '/clients', label: 'clients.title', icon: IconBuilding },
  { path: '/contacts', label: 'contacts.title', icon: IconUsers },
  { path: '/objections', label: 'objections.title', icon: IconFlag },
  { path: '/contracts', label: 'contracts.title', icon: IconSignature },
  { path: '/exchange', label: 'exchange.title', icon: IconArrowsExchange },
  { path: '/settings', label: 'settings.title', icon: IconSettings, last: true },
];
