import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `setup.*` and `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'その履歴は削除されました。',
    steps: ['別の履歴を選んでください。'],
  },
  'history.notKept': {
    title: '履歴を保存できません：{reason}。',
    steps: [
      'ディスクがいっぱいでないか、自分のフォルダーに書き込む権限があるかを確認してください。',
      '書き込んだ内容に影響はありません。',
    ],
  },
  'setup.notUnderstood': {
    title: '{name} を開けません：{reason}。',
    steps: ['構成をもう一度もらうか、ファイルを追加して保存し直してください。'],
  },
  'setup.tooNew': {
    title: '{name} は Esplanade の新しいバージョンで作られています。',
    steps: ['最新バージョンをインストールし、構成を開き直してください。'],
  },
  'setup.partMissing': {
    title: '{part} が {name} にありません。',
    steps: ['プロジェクトをビルドし直すか、ファイルの今の場所を指定するか、除外してください。'],
  },
  'setup.fileOnNetwork': {
    title: '{name} は別のコンピューターにあるため、開きませんでした。',
    steps: ['この構成を信頼できる場合は、ファイルの場所を指定してください。そうでなければ除外してください。'],
  },
};
