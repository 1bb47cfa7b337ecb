import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/sk';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './app/fonts.css';
import './app/theme.css';
import './app/paper.css';
import { engineLine } from './app/engine-address.ts';
import { guessLanguage } from './app/guess-language.ts';
import { allowStyles } from './app/style-nonce.ts';
import { connect } from './lib/connection.ts';
import { desktop } from './lib/desktop.ts';
import { startI18n } from './lib/i18n.ts';
import { listenForKeys } from './lib/keys.ts';

allowStyles();
connect(engineLine(window.location));
listenForKeys();
// The desktop writes the language of last time into the page; a browser says what its user reads.
await startI18n(guessLanguage(desktop ? [document.documentElement.lang] : navigator.languages));

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(<App />);
