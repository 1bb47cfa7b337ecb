/** After so many attempts in vain: is there to be another one? */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Plural } from '#renderer/ui/plural.tsx';
import type { Outcome } from './call-draft.ts';
import classes from './call-target.module.css';
import { useMoment } from './use-moment.ts';

interface NotReachedFormProps {
  missed: number;
  /** When another attempt would be made. */
  proposed: number;
  busy: boolean;
  onLeave(): void;
  onMade(outcome: Outcome): void;
}

export function NotReachedForm({ missed, proposed, busy, onLeave, onMade }: NotReachedFormProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <div
      className={classes.form}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <Text>
        <Plural of="calls.missed" count={missed} />
      </Text>
      <Group gap="xs">
        <Button
          autoFocus
          loading={busy}
          onClick={() => onMade({ result: 'notReached', nextAttemptAt: null })}
        >
          {t('calls.giveUp')}
        </Button>
        <Button
          variant="default"
          disabled={busy}
          onClick={() => onMade({ result: 'notReached', nextAttemptAt: proposed })}
        >
          {t('calls.tryAgainAt', { when: moment(proposed) })}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('common.cancel')}
        </Button>
      </Group>
    </div>
  );
}
