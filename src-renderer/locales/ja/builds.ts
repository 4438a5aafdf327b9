import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** New builds of the files on the flash table. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: '新しいビルド',
    watching: '新しいビルドを待っています',
    files: 'ディスク上の {count} 個のファイル | ディスク上の {count} 個のファイル',
    onByItself: '自動で書き込みます。',
    byItself: '自動で書き込む',
    byItselfHint:
      'ビルドでこれらのファイルが変わると、確認なしでこのボードに書き込みます。チェックで問題が見つかると止まります。',
    unfinished: 'ビルド中です',
    missing: 'ディスクに見つかりません',
    changed: 'ビルドが変わりました（{ago}）',
    justNow: 'たった今',
    flash: '書き込む',
    dismiss: '閉じる',
    more: '{shown}、ほか 1 個 | {shown}、ほか {count} 個',
    change: {
      size: '{name}（{was} → {is}）',
      contents: '{name}（{size}、内容が変更）',
      moved: '{name}（{was} → {is}）',
      added: '{name}（新規）',
      removed: '{name}（対象外になりました）',
    },
    stopped: {
      noBoard: '未書き込み：ボードが選ばれていません',
      boardMissing: '未書き込み：ボードが接続されていません',
      boardBusy: '未書き込み：別のプログラムがボードを使用中です',
      missingFiles: '未書き込み：構成のファイルが足りません',
      checks: '未書き込み：チェックで問題が見つかりました',
    },
  },
};
