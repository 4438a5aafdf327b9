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
    connection: 'Velocidad',
    speedHint: 'Para escribir y leer. Automática toma la más rápida que funciona.',
    files: 'Archivos',
    watchBuilds: 'Vigilar los archivos de la tabla',
    watchBuildsHint: 'Cuando una compilación los cambia, se vuelven a leer y se ofrece grabarlos de nuevo.',
    signals: 'Sonidos y mensajes',
    sounds: 'Sonido al terminar una operación larga',
    soundsHint: 'Uno para lo que salió bien y otro para lo que no.',
    notifications: 'Mensaje al terminar una operación',
    notificationsHint: 'Del sistema, mientras la ventana no está delante.',
    privacy: 'Privacidad',
    privacyText: 'Esplanade no pide nada a la red. No envía nada sobre usted, sus placas o sus archivos.',
    data: 'Datos',
    dataText: 'Los ajustes y el historial se guardan en una carpeta de este equipo.',
    showFolder: 'Mostrar la carpeta',
    reset: 'Restablecer los ajustes',
    resetQuestion: '¿Restablecer todos los ajustes? El historial y los archivos se quedan.',
    resetNow: 'Restablecer',
    about: 'Acerca de',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Los cambios se guardan al momento.',
  },
};
