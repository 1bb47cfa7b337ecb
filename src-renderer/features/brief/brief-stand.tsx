/** The brief in large type over the whole window, to be read standing, at arm's length. */
import { Button, Kbd, Portal } from '@mantine/core';
import { IconEye, IconEyeOff, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBehind } from '#renderer/ui/use-behind.ts';
import type { Brief } from '#shared/contract/brief.ts';
import { BriefHead, BriefSections, BriefWarnings } from './brief-parts.tsx';
import classes from './brief-stand.module.css';
import { setClientLooks, setStand, useBriefView } from './brief-store.ts';
import type { BriefWords } from './brief-words.ts';

interface StandProps {
  brief: Brief;
  words: BriefWords;
  onKept(promise: string): void;
}

export function BriefStand({ brief, words, onKept }: StandProps) {
  const { t } = useTranslation();
  const clientLooks = useBriefView((view) => view.clientLooks);
  const page = useRef<HTMLElement>(null);
  useBehind();
  useEffect(() => page.current?.focus(), []);
  return (
    <Portal>
      <main ref={page} tabIndex={-1} className={classes.stand} data-stand aria-label={t('brief.stand')}>
        <div className={classes.bar}>
          <Button
            variant="default"
            className={classes.looks}
            aria-pressed={clientLooks}
            leftSection={
              clientLooks ? <IconEyeOff size={20} aria-hidden /> : <IconEye size={20} aria-hidden />
            }
            rightSection={<Kbd>H</Kbd>}
            onClick={() => setClientLooks(!clientLooks)}
          >
            {t('brief.clientLooks')}
          </Button>
          <Button
            variant="default"
            ml="auto"
            leftSection={<IconX size={20} aria-hidden />}
            rightSection={<Kbd>F</Kbd>}
            onClick={() => setStand(false)}
          >
            {t('brief.standClose')}
          </Button>
        </div>
        <article lang={words.language} className={classes.page}>
          <BriefHead brief={brief} words={words} />
          <BriefWarnings brief={brief} words={words} />
          <BriefSections brief={brief} words={words} onKept={onKept} />
        </article>
      </main>
    </Portal>
  );
}
