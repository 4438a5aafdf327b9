import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** La página Ajustes. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Ajustes',
    appearance: 'Apariencia',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    language: 'Idioma',
    languageSystem: 'Como el sistema ({name})',
    boards: 'Placas',
    showVirtual: 'Mostrar placas virtuales',
    showVirtualHint: 'Placas hechas de software, para probarlo todo sin hardware.',
    about: 'Acerca de',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Los cambios se guardan al momento.',
  },
};
