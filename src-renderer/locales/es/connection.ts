import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** Cómo se llega a una placa: la segunda mitad de las opciones avanzadas. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'Cómo llegar a esta placa',
    intro: 'Vale para todo lo que se haga con ella, y solo se recuerda para esta placa.',
    chip: 'Chip',
    chipHint: 'Una placa con otro chip no se toca.',
    attempts: 'Conectar',
    attemptsHint: 'Cuántas veces se reinicia y consulta la placa antes de que Esplanade desista.',
    openAttempts: 'Abrir el puerto',
    openAttemptsHint: 'Para un puerto que solo aparece un momento tras cada arranque.',
    times: '{count} vez | {count} veces',
    endless: 'Hasta cancelar',
    resetSequence: 'Secuencia de reinicio',
    resetSequenceHint: 'Pasos de DTR (D), RTS (R) y ambos (U), esperas (W) en segundos. Vacío: la secuencia habitual.',
    pins: 'Flash en',
    pinsHint: 'A qué pines está conectada la memoria flash.',
    pinsUsual: 'Los pines propios del chip',
    pinsOther: 'Otros pines',
    pinNumbers: 'Pines de la flash',
    pinNumbersHint: 'Números de GPIO de CLK, Q, D, HD y CS, separados por comas.',
    vddSdio: 'Tensión de la flash',
    vddSdioHint: 'VDD_SDIO hasta el próximo reinicio. Una tensión incorrecta puede destruir la memoria flash.',
    vddSdioChoice: { usual: 'Como en la placa', '18V': '1,8 V', '19V': '1,9 V', OFF: 'Apagada' },
  },
};
