import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Las configuraciones, lo abierto últimamente y el título de la ventana. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (cambios sin guardar) – Esplanade',
  },
  setup: {
    label: 'Configuración',
    saved: 'Guardada',
    changed: 'Cambios sin guardar',
    save: 'Guardar',
    keep: 'Guardar como configuración',
    keepHint: 'Guarda estos archivos, direcciones y opciones en un solo archivo, para volver a abrirlo o compartirlo.',
    close: 'Cerrar esta configuración',
    otherChip: 'Hecha para {chip}. La placa elegida es un {board}.',
    missingTitle: 'No encontrado',
    missingRows: 'Lo que se necesita de él: {rows}',
    locate: '¿Dónde está?',
    leaveOut: 'Dejarlo fuera',
  },
  recents: {
    title: 'Volver a abrir',
    where: 'en {folder}',
    opened: '{kind} · {ago}',
    missing: 'Ya no está',
    forget: 'Olvidar {name}',
    kind: {
      setup: 'Configuración',
      draft: 'Donde lo dejó. Sin guardar.',
      file: 'Archivo',
    },
  },
};
