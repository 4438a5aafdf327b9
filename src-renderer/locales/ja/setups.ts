import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Setups, what was open lately, and the window's title. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name}（未保存の変更あり）– Esplanade',
  },
  setup: {
    label: '構成',
    saved: '保存済み',
    changed: '未保存の変更あり',
    save: '保存',
    keep: '構成として保存',
    keepHint: 'ファイル、アドレス、オプションを 1 つのファイルに保存し、あとで開いたり人に渡したりできます。',
    close: 'この構成を閉じる',
    otherChip: '{chip} 用の構成です。選択中のボードは {board} です。',
    missingTitle: '見つかりません',
    missingRows: '必要なもの：{rows}',
    locate: '場所を指定',
    leaveOut: '除外',
  },
  recents: {
    title: '最近使った項目',
    where: '{folder} 内',
    opened: '{kind} · {ago}',
    missing: '見つかりません',
    forget: '{name} を一覧から消す',
    kind: {
      setup: '構成',
      draft: '前回の続き。未保存です。',
      file: 'ファイル',
    },
  },
};
