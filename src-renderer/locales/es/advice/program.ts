import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `job.*`, `ipc.*`, `settings.*` e `internal`: el propio programa. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Cancelado.',
    cause: 'La operación se detuvo a petición, antes de terminar.',
    steps: ['Lo que se estaba escribiendo quedó incompleto: grabe de nuevo antes de usar la placa.'],
  },
  'job.portInUse': {
    title: 'Esplanade ya está ocupado con {path}.',
    cause: 'Otra operación que se inició aquí aún no ha terminado.',
    steps: ['Espere a que termine, o cancélelo.'],
  },
  'job.portShared': {
    title: '{path} está compartido con otros programas.',
    cause: 'Se puso en la red desde este equipo para que lo use otro programa.',
    steps: ['Deje de compartirlo en la página Placa e inténtelo de nuevo.'],
  },
  'job.notFound': {
    title: 'Esa operación ya ha terminado.',
    cause: 'Terminó o se detuvo un momento antes.',
    steps: ['Iníciela de nuevo, si aún hace falta.'],
  },
  'ipc.badRequest': {
    title: 'La ventana pidió algo imposible ({channel}: {reason}).',
    cause: 'Es un fallo de Esplanade, no de su placa.',
    steps: ['Reinicie Esplanade.', 'Si vuelve a ocurrir, copie los detalles e informe de ello.'],
  },
  'ipc.forbiddenSender': {
    title: 'Se rechazó una petición de fuera de la ventana ({channel}).',
    cause: 'Algo intentó usar Esplanade desde fuera de su ventana.',
    steps: ['Reinicie Esplanade.'],
  },
  'settings.unreadable': {
    title: 'No se pudieron leer sus ajustes ({reason}); se usan los habituales.',
    cause: 'Probablemente el archivo se dañó, o lo escribió otra versión.',
    steps: ['Ajuste de nuevo lo que necesite; se volverá a guardar.'],
  },
  'settings.notSaved': {
    title: 'No se pudieron guardar sus ajustes: {reason}.',
    cause: 'El disco está lleno, o no se puede escribir en su carpeta de usuario.',
    steps: ['Compruebe que el disco no está lleno y que se puede escribir en su carpeta de usuario.'],
  },
  internal: {
    title: 'Algo falló dentro de Esplanade: {reason}.',
    cause: 'Es un fallo de Esplanade, no de su placa.',
    steps: ['Vuelva a intentarlo.', 'Si vuelve a ocurrir, copie los detalles e informe de ello.'],
  },
};
