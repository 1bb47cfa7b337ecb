/** The picture and the key of each kind of entry. */
import {
  IconBuildingCommunity,
  IconMail,
  IconMailbox,
  IconMessage,
  IconNote,
  IconPhone,
  IconPrinter,
  type IconProps,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { InteractionKind } from './log-draft.ts';

const ICONS: Record<InteractionKind, ComponentType<IconProps>> = {
  visit: IconBuildingCommunity,
  call: IconPhone,
  email: IconMail,
  chat: IconMessage,
  post: IconMailbox,
  fax: IconPrinter,
  meeting: IconUsers,
  note: IconNote,
};

/** Letters that begin an entry from the desk; the other kinds are one arrow away once the composer is open. */
export const KIND_KEYS: Partial<Record<InteractionKind, string>> = { visit: 'V', call: 'T', note: 'N' };

export function KindIcon({ kind, size = 18 }: { kind: InteractionKind; size?: number }) {
  const Icon = ICONS[kind] ?? IconNote;
  return <Icon size={size} stroke={1.6} aria-hidden />;
}
