/** The Settings page. */
export const settingsTexts = {
  settings: {
    title: 'Settings',
    appearance: 'Appearance',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageSystem: 'As the system ({name})',
    boards: 'Boards',
    showVirtual: 'Show virtual boards',
    showVirtualHint: 'Boards made of software, to try everything without hardware.',
    about: 'About',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Changes are kept at once.',
  },
};
