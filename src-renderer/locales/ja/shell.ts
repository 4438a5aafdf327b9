import { ja } from '../../../src-shared/locales/ja';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navigation, board picker, messages: what is around every page. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'ページ',
    ...ja.pages,
  },
  board: {
    label: 'ボード',
    none: 'ボードを選択',
    noneHint: '接続するか、仮想ボードで試してください',
    boards: 'ボード',
    empty: 'ボードが見つかりません。データ通信できる USB ケーブルで接続してください。',
    revision: 'リビジョン {revision}',
    flash: 'フラッシュ {size}',
    virtual: '仮想ボード',
    virtualChip: '仮想 {chip}',
    network: 'ネットワークポート',
    serial: 'シリアルポート',
    unknownChip: '不明なチップ',
    missing: '未接続',
    state: {
      unknown: '未確認',
      asking: '確認中…',
      identified: '準備完了',
      failed: '応答なし',
      busy: '使用中',
      shared: '共有中',
    },
    ask: 'このボードを再確認',
    remove: 'このネットワークポートを削除',
    networkAddress: 'ネットワークポート',
    networkHint: 'socket://192.168.1.20:5555',
    add: '追加',
    lockedWhileRunning: '処理の実行中はボードを変更できません。',
  },
  drop: { title: 'ドロップして追加', text: 'ウインドウのどこで離してもかまいません' },
  remark: {
    detailsCopied: '前回の処理の詳細をクリップボードにコピーしました',
    noJobYet: 'まだ処理を実行していません',
    tableInUse: '実行中の処理が終わると、ファイルを追加できます',
    exampleNotSaved: 'サンプルは保存できません。先にご自分のファイルを追加してください。',
    traceCopied: '通信記録をクリップボードにコピーしました',
    traceSaved: '通信記録を保存しました',
  },
  notices: { label: 'メッセージ', dismiss: '閉じる' },
};
