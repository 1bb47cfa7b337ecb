/** The page: as large as the paper it is printed on, so that what is seen is what comes out. */
import { useElementSize } from '@mantine/hooks';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Brief } from '#shared/contract/brief.ts';
import { shorter } from '#shared/domain/brief/fit.ts';
import type { Language } from '#shared/i18n/index.ts';
import { BriefHead, BriefSections, BriefWarnings } from './brief-parts.tsx';
import classes from './brief-sheet.module.css';
import { briefWords } from './brief-words.ts';

/** 210 mm in px. */
const PAGE_WIDTH = 793.7;
const LARGEST = 1.25;
/** Characters of a text on a page that is set in smaller type. */
const TIGHT_TEXT = 80;

interface SheetProps {
  brief: Brief;
  language: Language;
  /** Who made it, for the foot. */
  who: string;
  onKept(promise: string): void;
}

export function BriefSheet({ brief, language, who, onKept }: SheetProps) {
  const { ref: room, width } = useElementSize();
  const page = useRef<HTMLElement>(null);
  const { shown, tight } = useFitting(brief, page);
  const words = useMemo(
    () => briefWords(language, brief.madeAt, tight ? TIGHT_TEXT : undefined),
    [language, brief.madeAt, tight],
  );
  return (
    <div ref={room} className={classes.room}>
      <article
        ref={page}
        lang={language}
        className={classes.page}
        data-paper
        data-tight={tight || undefined}
        style={{ zoom: width ? Math.min(LARGEST, width / PAGE_WIDTH) : 1 }}
      >
        <BriefHead brief={shown} words={words} />
        <BriefWarnings brief={shown} words={words} />
        <div className={classes.columns}>
          <BriefSections brief={shown} words={words} onKept={onKept} />
        </div>
        <footer className={classes.foot}>
          {words.say('brief.madeBy', { when: words.format.instant(brief.madeAt), who })}
        </footer>
      </article>
    </div>
  );
}

/**
 * Shortens the brief until the page holds it, to three lines of each section; what still does not fit is set in smaller
 * type, with shorter texts, at last with one line of each.
 */
function useFitting(brief: Brief, page: React.RefObject<HTMLElement | null>) {
  const [fitting, setFitting] = useState({ brief, shown: brief, tight: false });
  const [fontsAt, setFontsAt] = useState(0);
  if (fitting.brief !== brief) setFitting({ brief, shown: brief, tight: false });
  useLayoutEffect(() => {
    const element = page.current;
    if (!element || element.scrollHeight <= element.clientHeight + 1) return;
    setFitting((before) => {
      const shown = shorter(before.shown, before.tight ? 1 : 3);
      if (shown) return { ...before, shown };
      return before.tight ? before : { ...before, tight: true };
    });
  }, [fitting, fontsAt, page]);
  // The first page may be measured in the font that stands in until ours is here.
  useLayoutEffect(() => {
    let gone = false;
    void document.fonts.ready.then(() => !gone && setFontsAt((before) => before + 1));
    return () => {
      gone = true;
    };
  }, []);
  return fitting;
}
