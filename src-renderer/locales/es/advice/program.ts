import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `job.*`, `ipc.*`, `settings.*` e `internal`: el propio programa. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Cancelado.',
    steps: ['Lo que se estaba escribiendo quedó incompleto: grabe de nuevo antes de usar la placa.'],
  },
  'job.portInUse': {
    title: 'Esplanade ya está ocupado con {path}.',
    steps: ['Espere a que termine, o cancélelo.'],
  },
  'job.portShared': {
    title: '{path} está compartido con otros programas.',
    steps: ['Deje de compartirlo en la página Placa e inténtelo de nuevo.'],
  },
  'job.notFound': {
    title: 'Esa operación ya ha terminado.',
    steps: ['Iníciela de nuevo, si aún hace falta.'],
  },
  'ipc.badRequest': {
    title: 'La ventana pidió algo imposible ({channel}: {reason}).',
    steps: ['Reinicie Esplanade.', 'Si vuelve a ocurrir, copie los detalles e informe de ello.'],
  },
  'ipc.forbiddenSender': {
    title: 'Se rechazó una petición de fuera de la ventana ({channel}).',
    steps: ['Reinicie Esplanade.'],
  },
  'settings.unreadable': {
    title: 'No se pudieron leer sus ajustes ({reason}); se usan los habituales.',
    steps: ['Ajuste de nuevo lo que necesite; se volverá a guardar.'],
  },
  'settings.notSaved': {
    title: 'No se pudieron guardar sus ajustes: {reason}.',
    steps: ['Compruebe que el disco no está lleno y que se puede escribir en su carpeta de usuario.'],
  },
  internal: {
    title: 'Algo falló dentro de Esplanade: {reason}.',
    steps: ['Vuelva a intentarlo.', 'Si vuelve a ocurrir, copie los detalles e informe de ello.'],
  },
};
