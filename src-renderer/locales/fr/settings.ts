import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** La page Réglages. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Réglages',
    appearance: 'Apparence',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue',
    languageSystem: 'Comme le système ({name})',
    boards: 'Cartes',
    showVirtual: 'Afficher les cartes virtuelles',
    showVirtualHint: 'Des cartes logicielles, pour tout essayer sans matériel.',
    about: 'À propos',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Les changements sont enregistrés aussitôt.',
  },
};
