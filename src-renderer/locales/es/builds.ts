import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** Las compilaciones nuevas de los archivos de la tabla. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: 'Compilaciones nuevas',
    watching: 'A la espera de una compilación nueva',
    files: '{count} archivo en el disco | {count} archivos en el disco',
    onByItself: 'Se grabará automáticamente.',
    byItself: 'Grabar automáticamente',
    byItselfHint:
      'Cuando una compilación cambia estos archivos, se graban en esta placa sin preguntar. Una comprobación que encuentra un problema lo detiene.',
    unfinished: 'Hay una compilación en curso',
    missing: 'No está en el disco',
    changed: 'La compilación ha cambiado, {ago}',
    justNow: 'ahora mismo',
    flash: 'Grabar',
    dismiss: 'Descartar',
    more: '{shown} y uno más | {shown} y {count} más',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, otro contenido)',
      moved: '{name} ({was} → {is})',
      added: '{name} (nuevo)',
      removed: '{name} (ya no forma parte)',
    },
    stopped: {
      noBoard: 'No grabado: no hay ninguna placa elegida',
      boardMissing: 'No grabado: la placa no está conectada',
      boardBusy: 'No grabado: otro programa usa la placa',
      missingFiles: 'No grabado: falta un archivo de la configuración',
      checks: 'No grabado: una comprobación encontró un problema',
    },
  },
};
