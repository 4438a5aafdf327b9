import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** Как подключаться к плате: вторая половина дополнительных параметров. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'Как подключаться к этой плате',
    intro: 'Действует для всех операций и запоминается только для этой платы.',
    chip: 'Чип',
    chipHint: 'Плата с другим чипом останется нетронутой.',
    attempts: 'Попытки подключения',
    attemptsHint: 'Сколько раз плата сбрасывается и опрашивается, прежде чем Esplanade сдастся.',
    openAttempts: 'Попытки открыть порт',
    openAttemptsHint: 'Для порта, который появляется лишь на мгновение после каждого запуска.',
    times: '{count} раз | {count} раза | {count} раз',
    endless: 'До отмены',
    resetSequence: 'Последовательность сброса',
    resetSequenceHint:
      'Шаги DTR (D), RTS (R) и обеих линий (U), паузы (W) в секундах. Пусто: обычная последовательность.',
    pins: 'Флеш-память на',
    pinsHint: 'К каким выводам подключена флеш-память.',
    pinsUsual: 'Штатные выводы чипа',
    pinsOther: 'Другие выводы',
    pinNumbers: 'Выводы флеш-памяти',
    pinNumbersHint: 'Номера GPIO для CLK, Q, D, HD и CS через запятую.',
    vddSdio: 'Питание флеш-памяти',
    vddSdioHint: 'VDD_SDIO до следующего сброса. Неверное напряжение может вывести флеш-память из строя.',
    vddSdioChoice: { usual: 'Как на плате', '18V': '1,8 В', '19V': '1,9 В', OFF: 'Выключено' },
  },
};
