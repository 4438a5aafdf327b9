import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** Como uma placa é alcançada: a segunda metade das opções avançadas. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'Como se conectar a esta placa',
    intro: 'Vale para tudo o que se faz com ela, e só para esta placa.',
    chip: 'Chip',
    chipHint: 'Uma placa com outro chip não é tocada.',
    attempts: 'Conectar',
    attemptsHint: 'Quantas vezes a placa é reiniciada e consultada antes de o Esplanade desistir.',
    openAttempts: 'Abrir a porta',
    openAttemptsHint: 'Para uma porta que só existe por um instante depois de cada início.',
    times: '{count} vez | {count} vezes',
    endless: 'Até cancelar',
    resetSequence: 'Sequência de reset',
    resetSequenceHint: 'Passos de DTR (D), RTS (R) e ambos (U), esperas (W) em segundos. Vazio: os de costume.',
    pins: 'Flash em',
    pinsHint: 'A quais pinos a flash está ligada.',
    pinsUsual: 'Os pinos do próprio chip',
    pinsOther: 'Outros pinos',
    pinNumbers: 'Pinos da flash',
    pinNumbersHint: 'Números GPIO de CLK, Q, D, HD e CS, com vírgulas entre eles.',
    vddSdio: 'Alimentação da flash',
    vddSdioHint: 'VDD_SDIO até o próximo reset. A tensão errada pode destruir a flash.',
    vddSdioChoice: { usual: 'Como na placa', '18V': '1,8 V', '19V': '1,9 V', OFF: 'Desligada' },
  },
};
