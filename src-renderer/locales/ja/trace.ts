import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** 処理中に線を流れるもの。 */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: '通信記録',
    open: '通信の中身を見る',
    job: '処理',
    jobRunning: '実行中: {path}',
    jobEnded: '終了: {path}',
    lines: '通信記録の行',
    filter: '絞り込み',
    filterHint: '絞り込み（例: SYNC）',
    kinds: '表示',
    pause: '一時停止',
    resume: '再開',
    copy: 'コピー',
    copyHint: '選んだ行、または表示中のすべての行をコピーします。ファイルの内容とボードの出力は含みません',
    save: '保存',
    saveHint: '表示中のすべての行を保存します。ファイルの内容とボードの出力は含みません',
    close: '通信記録を閉じる',
    noJob: 'まだ処理を実行していません。処理中の通信がここに一行ずつ表示されます。',
    nothingYet: 'まだ通信はありません。',
    nothingShown: '条件に合う行はありません。',
    count: '{count} 行',
    shown: '{total} 行のうち {shown} 行',
    dropped: '古い {count} 行は破棄されました',
    paused: '一時停止中',
    kind: { command: 'コマンド', reply: '応答', raw: '生データ', lines: '信号線', error: 'エラー' },
    kindsShown: { command: 'コマンド', reply: '応答', raw: '生データ', lines: '信号線と速度', error: 'エラー' },
  },
};
