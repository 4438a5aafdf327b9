import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** The first flash, without hardware. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: 'はじめての方へ',
    what: 'ソフトウェアでできたボードに書き込んでみましょう。30 秒ほどで終わり、何も壊れません。',
    begin: '仮想ボードで試す',
    notNow: 'あとで',
    press: '準備ができました。「書き込む」を押してください。',
    done: 'これだけです',
    doneText:
      'お手持ちのボードも同じ手順です。接続し、ファームウェアをこのウインドウにドロップして、「書き込む」を押します。',
    own: '自分のボードで始める',
  },
};
