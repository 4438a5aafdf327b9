import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** Lo que pasa por el cable durante una operación. */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: 'Traza',
    open: 'Lo que pasa por el cable',
    job: 'Operación',
    jobRunning: 'En curso: {path}',
    jobEnded: 'Terminada: {path}',
    lines: 'Líneas de la traza',
    filter: 'Filtro',
    filterHint: 'Filtro, por ejemplo SYNC',
    kinds: 'Mostrar',
    pause: 'Pausar',
    resume: 'Continuar',
    copy: 'Copiar',
    copyHint:
      'Copia las líneas elegidas, o todas las mostradas, sin el contenido de los archivos ni lo que escribió la placa',
    save: 'Guardar',
    saveHint: 'Guarda todas las líneas mostradas, sin el contenido de los archivos ni lo que escribió la placa',
    close: 'Cerrar la traza',
    noJob: 'Aún no ha habido ninguna operación. Aquí se ve, línea a línea, lo que pasa por el cable.',
    nothingYet: 'Todavía no ha pasado nada por el cable.',
    nothingShown: 'Ninguna línea coincide con el filtro.',
    count: '{count} línea | {count} líneas',
    shown: '{shown} de {total} líneas',
    dropped: 'se descartó la línea más antigua | se descartaron las {count} líneas más antiguas',
    paused: 'en pausa',
    kind: { command: 'Comando', reply: 'Respuesta', raw: 'Crudo', lines: 'Líneas', error: 'Error' },
    kindsShown: {
      command: 'Comandos',
      reply: 'Respuestas',
      raw: 'Crudo',
      lines: 'Líneas y velocidad',
      error: 'Errores',
    },
  },
};
