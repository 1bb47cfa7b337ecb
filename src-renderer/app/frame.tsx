/** The frame around every screen: rail, search, content, status line; and the keys that work everywhere. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { giveCommand } from '#renderer/lib/commands.ts';
import { isField, useShortcuts } from '#renderer/lib/keys.ts';
import type { Settings } from '#renderer/lib/preferences.ts';
import { takeBackLast } from '#renderer/lib/undo.ts';
import { Banners } from './banners.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useOverlays } from './overlays.ts';
import { QuickLog } from './quick-log.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import { Search } from './search.tsx';
import { StatusLine } from './status-line.tsx';
import { PrintPreview } from '#renderer/ui/print/print-preview.tsx';
import { useFrameCommands } from './use-frame-commands.ts';
import { TopBar } from './top-bar.tsx';
import classes from './frame.module.css';

export function Frame({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const { open, show, close } = useOverlays();
  const [path] = useLocation();
  useFrameCommands(settings);
  useShortcuts({
    s: () => show('search'),
    'ctrl+k': (event) => {
      event.preventDefault();
      show('search');
    },
    n: () => show('quickLog'),
    '?': () => show('keys'),
    'ctrl+p': (event) => {
      // Where nothing is made for paper the browser prints what it shows.
      if (giveCommand('print')) event.preventDefault();
    },
    'ctrl+z': (event) => {
      // In a field the browser takes back what was typed there; with Shift one means forwards, not another step back.
      if (isField(event.target) || event.shiftKey) return;
      event.preventDefault();
      void takeBackLast();
    },
  });
  return (
    <div className={classes.frame}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Rail />
      <TopBar letterKeys={settings.preferences.letterKeys} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <Banners settings={settings} />
        <ErrorBoundary key={path.split('/')[1]}>
          <Routes />
        </ErrorBoundary>
      </main>
      <StatusLine />
      <Search opened={open === 'search'} onClose={close} />
      <PrintPreview />
      <QuickLog opened={open === 'quickLog'} onClose={close} />
      <KeysHelp opened={open === 'keys'} onClose={close} letterKeys={settings.preferences.letterKeys} />
    </div>
  );
}
