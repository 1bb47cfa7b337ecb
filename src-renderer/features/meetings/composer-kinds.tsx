/** Which kind of entry is being written: one row of choices, moved through with arrows. */
import { Kbd, UnstyledButton } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { choiceLabel } from '#renderer/lib/i18n.ts';
import { usePreferences } from '#renderer/lib/preferences.ts';
import { INTERACTION_KINDS } from '#shared/entities/meetings.ts';
import { KIND_KEYS, KindIcon } from './kind-icons.tsx';
import type { InteractionKind } from './log-draft.ts';
import classes from './composer.module.css';

export type ComposerKind = InteractionKind | 'objection';

interface ComposerKindsProps {
  chosen: ComposerKind | null;
  /** A correction stays an entry of the timeline: it cannot become an objection. */
  withObjection: boolean;
  onChoose(kind: ComposerKind): void;
}

export function ComposerKinds({ chosen, withObjection, onChoose }: ComposerKindsProps) {
  const { t } = useTranslation();
  const { preferences } = usePreferences();
  const kinds: ComposerKind[] = withObjection ? [...INTERACTION_KINDS, 'objection'] : [...INTERACTION_KINDS];
  const reachable = chosen ?? 'visit';

  function move(from: ComposerKind, step: number, row: HTMLElement) {
    const next = kinds[(kinds.indexOf(from) + step + kinds.length) % kinds.length] ?? from;
    // While nothing is being written, arrows only look; Enter or Space begins.
    if (chosen) onChoose(next);
    row.querySelector<HTMLElement>(`[data-kind="${next}"]`)?.focus();
  }

  return (
    <div className={classes.kinds} role="radiogroup" aria-label={t('meetings.whatHappened')}>
      {kinds.map((kind) => {
        const key = kind === 'objection' ? 'O' : KIND_KEYS[kind];
        return (
          <UnstyledButton
            key={kind}
            role="radio"
            aria-checked={kind === chosen}
            tabIndex={kind === reachable ? 0 : -1}
            data-kind={kind}
            className={classes.kind}
            onClick={() => onChoose(kind)}
            onKeyDown={(event) => {
              const step = STEPS[event.key];
              if (!step) return;
              event.preventDefault();
              const row = event.currentTarget.parentElement;
              if (row) move(kind, step, row);
            }}
          >
            {kind === 'objection' ? (
              <IconFlag size={18} stroke={1.6} aria-hidden />
            ) : (
              <KindIcon kind={kind} />
            )}
            <span>
              {kind === 'objection' ? t('meetings.objection') : choiceLabel('interaction', 'kind', kind)}
            </span>
            {key && preferences?.letterKeys && (
              <Kbd size="xs" className={classes.key} aria-hidden>
                {key}
              </Kbd>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
