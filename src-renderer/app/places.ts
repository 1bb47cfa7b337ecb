/** The places of the rail, in the order of the day; what is not built is not shown. */
import {
  IconArrowsExchange,
  IconBuilding,
  IconCalendarEvent,
  IconFlag,
  IconHeartHandshake,
  IconPhoneCall,
  IconRefresh,
  IconSettings,
  IconSignature,
  IconSunHigh,
  type IconProps,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { CommandId } from '#shared/desktop/commands.ts';
import type { MessageKey } from '#shared/i18n/index.ts';

export interface Place {
  /** The command that goes there. */
  id: CommandId;
  path: string;
  label: MessageKey;
  icon: ComponentType<IconProps>;
  /** It and what follows stand apart at the end of the rail. */
  last?: boolean;
}

export const PLACES: readonly Place[] = [
  { id: 'day', path: '/day', label: 'day.title', icon: IconSunHigh },
  { id: 'clients', path: '/clients', label: 'clients.title', icon: IconBuilding },
  { id: 'contacts', path: '/contacts', label: 'contacts.title', icon: IconUsers },
  { id: 'meetings', path: '/meetings', label: 'meetingPlans.title', icon: IconCalendarEvent },
  { id: 'calls', path: '/calls', label: 'calls.title', icon: IconPhoneCall },
  { id: 'promises', path: '/promises', label: 'promises.title', icon: IconHeartHandshake },
  { id: 'objections', path: '/objections', label: 'objections.title', icon: IconFlag },
  { id: 'contracts', path: '/contracts', label: 'contracts.title', icon: IconSignature },
  { id: 'handover', path: '/handover', label: 'handover.title', icon: IconUsersGroup },
  { id: 'exchange', path: '/exchange', label: 'exchange.title', icon: IconArrowsExchange },
  { id: 'sync', path: '/sync', label: 'sync.title', icon: IconRefresh, last: true },
  { id: 'settings', path: '/settings', label: 'settings.title', icon: IconSettings },
];
