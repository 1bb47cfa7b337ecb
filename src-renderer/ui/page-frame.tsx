/** The frame of one screen: its heading with actions, and the room below; and the split into list and desk. */
import { ActionIcon, Group, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page-frame.module.css';

export interface PageFrameProps {
  title: string;
  /** Beside the title: a count, a state. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** Lets the content scroll as a whole; lists that scroll themselves leave it off. */
  scroll?: boolean;
  children: ReactNode;
}

export function PageFrame({ title, aside, actions, scroll, children }: PageFrameProps) {
  return (
    <section className={classes.page} aria-label={title}>
      <header className={classes.head}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {aside && <div className={classes.aside}>{aside}</div>}
        {actions && (
          <Group gap="xs" ml="auto" wrap="nowrap">
            {actions}
          </Group>
        )}
      </header>
      <div className={scroll ? classes.scroll : classes.body}>{children}</div>
    </section>
  );
}

export interface TwoPaneProps {
  list: ReactNode;
  detail: ReactNode;
  /** Something is open: below 1100 px it takes the place of the list. */
  hasDetail: boolean;
  onBack(): void;
  /** Width of the list beside an open desk, px. */
  listWidth?: number;
}

export const TWO_PANES = '(min-width: 68.75em)';

export function TwoPane({ list, detail, hasDetail, onBack, listWidth = 420 }: TwoPaneProps) {
  const { t } = useTranslation();
  const wide = useMediaQuery(TWO_PANES, true, { getInitialValueInEffect: false });
  if (wide) {
    return (
      <div className={classes.panes}>
        <div className={classes.list} style={hasDetail ? { flex: `0 0 ${listWidth}px` } : undefined}>
          {list}
        </div>
        {hasDetail && <div className={classes.detail}>{detail}</div>}
      </div>
    );
  }
  if (!hasDetail) return <div className={classes.panes}>{list}</div>;
  return (
    <div className={classes.single}>
      <div className={classes.back}>
        <ActionIcon variant="subtle" size={44} onClick={onBack} aria-label={t('common.backToList')}>
          <IconArrowLeft size={20} />
        </ActionIcon>
      </div>
      <div className={classes.detail}>{detail}</div>
    </div>
  );
}
