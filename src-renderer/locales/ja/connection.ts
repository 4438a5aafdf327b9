import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** How one board is reached: the second half of the advanced options. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: 'このボードへの接続方法',
    intro: 'このボードに対するすべての処理に使われ、このボードについてだけ記憶されます。',
    chip: 'チップ',
    chipHint: '別のチップのボードには何もしません。',
    attempts: '接続の試行',
    attemptsHint: 'ボードのリセットと確認を何回まで繰り返すかを決めます。',
    openAttempts: 'ポートを開く試行',
    openAttemptsHint: '起動のたびに一瞬だけ現れるポート用です。',
    times: '{count} 回',
    endless: 'キャンセルまで',
    resetSequence: 'リセット手順',
    resetSequenceHint: 'DTR（D）、RTS（R）、両方（U）、秒単位の待ち（W）を並べます。空欄なら通常の手順です。',
    pins: 'フラッシュの接続先',
    pinsHint: 'フラッシュメモリがどのピンに配線されているか。',
    pinsUsual: 'チップ標準のピン',
    pinsOther: 'その他のピン',
    pinNumbers: 'フラッシュのピン',
    pinNumbersHint: 'CLK、Q、D、HD、CS の GPIO 番号をコンマで区切って入力します。',
    vddSdio: 'フラッシュ電源',
    vddSdioHint: '次のリセットまでの VDD_SDIO。電圧を間違えるとフラッシュメモリが壊れることがあります。',
    vddSdioChoice: { usual: 'ボードのまま', '18V': '1.8 V', '19V': '1.9 V', OFF: 'オフ' },
  },
};
