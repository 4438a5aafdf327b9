import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** Wie ein Board erreicht wird: die zweite Hälfte der erweiterten Optionen. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'Wie dieses Board erreicht wird',
    intro: 'Gilt für alles, was mit ihm geschieht, und nur für dieses Board.',
    chip: 'Chip',
    chipHint: 'Ein Board mit einem anderen Chip wird in Ruhe gelassen.',
    attempts: 'Verbinden',
    attemptsHint: 'Wie oft das Board zurückgesetzt und gefragt wird, bevor Esplanade aufgibt.',
    openAttempts: 'Port öffnen',
    openAttemptsHint: 'Für einen Port, der nach jedem Start nur einen Moment da ist.',
    times: '{count}-mal | {count}-mal',
    endless: 'Bis „Abbrechen“',
    resetSequence: 'Reset-Folge',
    resetSequenceHint: 'Schritte von DTR (D), RTS (R) und beiden (U), Pausen (W) in Sekunden. Leer: die üblichen.',
    pins: 'Flash an',
    pinsHint: 'An welche Pins der Flash angeschlossen ist.',
    pinsUsual: 'Eigene Pins des Chips',
    pinsOther: 'Andere Pins',
    pinNumbers: 'Pins des Flash',
    pinNumbersHint: 'GPIO-Nummern von CLK, Q, D, HD und CS, mit Kommas dazwischen.',
    vddSdio: 'Flash-Versorgung',
    vddSdioHint: 'VDD_SDIO bis zum nächsten Reset. Die falsche Spannung kann den Flash zerstören.',
    vddSdioChoice: { usual: 'Wie auf dem Board', '18V': '1,8 V', '19V': '1,9 V', OFF: 'Aus' },
  },
};
