/** How the brief is looked at; kept while the window is open, so that the next one is not opened in clear at a client's. */
import { create } from 'zustand';
import type { Language } from '#shared/i18n/index.ts';

interface BriefView {
  /** The client can see the screen: what is not for his eyes is hidden. */
  clientLooks: boolean;
  /** Large type, to be read standing. */
  stand: boolean;
  /** The language of the page of each client where the person chose another than the client's own. */
  languages: Readonly<Record<string, Language>>;
}

export const useBriefView = create<BriefView>(() => ({ clientLooks: false, stand: false, languages: {} }));

export function setClientLooks(clientLooks: boolean): void {
  useBriefView.setState({ clientLooks });
}

export function setStand(stand: boolean): void {
  useBriefView.setState({ stand });
}

export function chooseLanguage(client: string, language: Language): void {
  useBriefView.setState(({ languages }) => ({ languages: { ...languages, [client]: language } }));
}
