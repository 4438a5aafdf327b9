import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** The Settings page. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: '設定',
    appearance: '外観',
    theme: 'テーマ',
    themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
    language: '言語',
    languageSystem: 'システムに合わせる（{name}）',
    boards: 'ボード',
    showVirtual: '仮想ボードを表示',
    showVirtualHint: 'ハードウェアなしで何でも試せる、ソフトウェアのボードです。',
    connection: '速度',
    speedHint: '読み書きに使います。「自動」は、使える最も速い速度を選びます。',
    files: 'ファイル',
    watchBuilds: '表のファイルを監視する',
    watchBuildsHint: 'ビルドで変わると読み直し、もう一度書き込めるようにします。',
    signals: 'サウンドと通知',
    sounds: '長い処理の終了時にサウンドを鳴らす',
    soundsHint: '成功したときと失敗したときで、音が異なります。',
    notifications: '処理の終了時に通知する',
    notificationsHint: 'ウインドウが手前にないときに、システムが通知します。',
    privacy: 'プライバシー',
    privacyText: 'Esplanade はネットワークに何も要求しません。利用者、ボード、ファイルに関する情報は何も送りません。',
    data: 'データ',
    dataText: '設定と履歴は、このコンピューターの 1 つのフォルダーに保存されます。',
    showFolder: 'フォルダーを表示',
    reset: 'すべての設定をリセット',
    resetQuestion: 'すべての設定をリセットしますか？履歴とファイルは残ります。',
    resetNow: 'リセット',
    about: '情報',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}、{platform}',
    saved: '変更はすぐに保存されます。',
  },
};
