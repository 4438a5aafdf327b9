import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `setup.*`, `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'Esa entrada del historial se borró.',
    cause: 'Se borró un momento antes, quizá en otra ventana.',
    steps: ['Elija otra.'],
  },
  'history.notKept': {
    title: 'No se puede guardar el historial: {reason}.',
    cause: 'El disco está lleno, o no se puede escribir en su carpeta de usuario.',
    steps: [
      'Compruebe que el disco no está lleno y que puede escribir en su propia carpeta.',
      'Lo que se grabó no se ve afectado.',
    ],
  },
  'setup.notUnderstood': {
    title: 'No se puede abrir {name}: {reason}.',
    cause: 'Probablemente se cortó, o se modificó a mano.',
    steps: ['Pida de nuevo la configuración, o añada sus archivos y guárdela otra vez.'],
  },
  'setup.tooNew': {
    title: '{name} se creó con una versión más nueva de Esplanade.',
    cause: 'Usa algo que esta versión aún no conoce.',
    steps: ['Instale la versión más reciente y vuelva a abrir la configuración.'],
  },
  'setup.partMissing': {
    title: '{part} no está en {name}.',
    cause: 'El archivo se movió o se borró, o el proyecto no está compilado aquí.',
    steps: ['Compile de nuevo el proyecto, indique dónde está ahora el archivo, o déjelo fuera.'],
  },
  'setup.fileOnNetwork': {
    title: '{name} está en otro equipo y no se abrió.',
    cause: 'La configuración apunta a una carpeta de red, y una configuración de internet podría abusar de ello.',
    steps: ['Si confía en esta configuración, indique dónde está el archivo. Si no, déjelo fuera.'],
  },
};
