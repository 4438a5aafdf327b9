import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** A board in Secure Download Mode, on every page. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'セキュアダウンロードモード',
    writing:
      'このボードでできるのは書き込みと消去だけです。読み取りはできないため、比較もバックアップもパーティションテーブルの表示もできません。',
    erasing: 'このボードでできるのは書き込みと消去だけです。消去後に空白になったことは証明できません。',
    flashSize: 'フラッシュサイズ',
    flashSizeHint: 'ボードからは分かりません。ボードやモジュールの仕様に記載されています。',
    chooseSize: '選択…',
    accept: '検証なしで書き込む',
    acceptHint: '書き込まれた内容を、送った内容と比較することはできません。',
    layout: 'ボードはセキュアダウンロードモードのため、パーティションテーブルを読み取れません。',
  },
};
