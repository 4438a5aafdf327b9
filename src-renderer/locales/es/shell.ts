import { es } from '../../../src-shared/locales/es';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navegación, elección de placa, mensajes: lo que rodea a cada página. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'Páginas',
    ...es.pages,
  },
  board: {
    label: 'Placa',
    none: 'Elija una placa',
    noneHint: 'Conecte una o pruebe una placa virtual',
    boards: 'Placas',
    empty: 'No se encontró ninguna placa. Conecte una con un cable USB que transmita datos.',
    revision: 'revisión {revision}',
    flash: '{size} de flash',
    virtual: 'Placa virtual',
    virtualChip: '{chip} virtual',
    network: 'Puerto de red',
    serial: 'Puerto serie',
    unknownChip: 'Chip desconocido',
    missing: 'No conectada',
    state: {
      unknown: 'Aún sin consultar',
      asking: 'Identificando…',
      identified: 'Lista',
      failed: 'Sin respuesta',
      busy: 'En uso',
      shared: 'Compartido',
    },
    ask: 'Consultar de nuevo esta placa',
    remove: 'Quitar este puerto de red',
    networkAddress: 'Puerto de red',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Añadir',
    lockedWhileRunning: 'No se puede cambiar de placa durante una operación.',
  },
  drop: { title: 'Suelte para añadir', text: 'En cualquier parte de la ventana' },
  remark: {
    detailsCopied: 'Los detalles de la última operación están en el portapapeles',
    noJobYet: 'Aún no ha habido ninguna operación',
    tableInUse: 'Podrá añadir archivos cuando termine la operación en curso',
    exampleNotSaved: 'El ejemplo no se puede guardar. Añada primero sus propios archivos.',
    traceCopied: 'La traza está en el portapapeles',
    traceSaved: 'La traza se ha guardado',
  },
  notices: { label: 'Mensajes', dismiss: 'Descartar' },
};
