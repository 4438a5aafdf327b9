import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `job.*`, `ipc.*`, `settings.*` and `internal`: the program itself. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'キャンセルしました。',
    cause: '終わる前に、操作により停止されました。',
    steps: ['書き込みは途中で終わっています。ボードを使う前に、もう一度書き込んでください。'],
  },
  'job.portInUse': {
    title: 'Esplanade はすでに {path} で処理を実行中です。',
    cause: 'ここで始めた別の処理がまだ終わっていません。',
    steps: ['終わるまで待つか、キャンセルしてください。'],
  },
  'job.portShared': {
    title: '{path} はほかのプログラムと共有中です。',
    cause: 'このコンピューターでネットワークに共有され、別のプログラムが使えるようになっています。',
    steps: ['「ボード」ページで共有を停止してから、もう一度試してください。'],
  },
  'job.notFound': {
    title: 'その処理はすでに終わっています。',
    cause: '直前に終わったか、停止されました。',
    steps: ['まだ必要な場合は、もう一度始めてください。'],
  },
  'ipc.badRequest': {
    title: 'ウインドウから実行できない要求がありました（{channel}：{reason}）。',
    cause: 'Esplanade の不具合で、ボードの問題ではありません。',
    steps: ['Esplanade を再起動してください。', '繰り返す場合は、詳細をコピーして報告してください。'],
  },
  'ipc.forbiddenSender': {
    title: 'ウインドウの外からの要求を拒否しました（{channel}）。',
    cause: 'ウインドウの外から Esplanade を使おうとする動きがありました。',
    steps: ['Esplanade を再起動してください。'],
  },
  'settings.unreadable': {
    title: '設定を読み込めませんでした（{reason}）。標準の設定を使っています。',
    cause: 'ファイルが破損したか、別のバージョンで書かれた可能性があります。',
    steps: ['必要な項目を設定し直してください。再び保存されます。'],
  },
  'settings.notSaved': {
    title: '設定を保存できませんでした：{reason}。',
    cause: 'ディスクがいっぱいか、ユーザーフォルダーに書き込めません。',
    steps: ['ディスクがいっぱいでないか、ユーザーフォルダーに書き込めるかを確認してください。'],
  },
  internal: {
    title: 'Esplanade の内部で問題が起きました：{reason}。',
    cause: 'Esplanade の不具合で、ボードの問題ではありません。',
    steps: ['再試行してください。', '繰り返す場合は、詳細をコピーして報告してください。'],
  },
};
