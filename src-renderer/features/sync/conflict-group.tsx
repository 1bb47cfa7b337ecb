/** The conflicts of one client, which can be settled together where there are several. */
import { Anchor, Button, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ConflictCard } from './conflict-card.tsx';
import { type ConflictGroup, minesLost } from './conflict-sides.ts';
import classes from './conflicts.module.css';
import { resolveConflicts } from './resolve-conflicts.ts';

export function ConflictGroupSection({ group: { client, rows } }: { group: ConflictGroup }) {
  const { t } = useTranslation();
  const name = client?.name ?? t('sync.conflicts.workspace');
  const open = rows.filter(({ resolvedAt }) => resolvedAt === null);
  const mines = minesLost(open);
  return (
    <section aria-label={name} className={classes.group}>
      <div className={classes.groupHead}>
        <Title order={2} size="h3">
          {client ? (
            <Anchor component={Link} href={`/clients/${client.id}`} inherit>
              {name}
            </Anchor>
          ) : (
            name
          )}
        </Title>
        {open.length > 1 && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => void resolveConflicts(open, 'kept')}>
              {t('sync.conflicts.keepAll')}
            </Button>
            {mines.length > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => void resolveConflicts(mines, 'restored')}
              >
                {t('sync.conflicts.takeMine')}
              </Button>
            )}
          </Group>
        )}
      </div>
      {rows.map((row) => (
        <ConflictCard key={row.id} row={row} />
      ))}
    </section>
  );
}
