import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `setup.*` and `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'その履歴は削除されました。',
    cause: '直前に、別のウインドウなどで削除されました。',
    steps: ['別の履歴を選んでください。'],
  },
  'history.notKept': {
    title: '履歴を保存できません：{reason}。',
    cause: 'ディスクがいっぱいか、ユーザーフォルダーに書き込めません。',
    steps: [
      'ディスクがいっぱいでないか、自分のフォルダーに書き込む権限があるかを確認してください。',
      '書き込んだ内容に影響はありません。',
    ],
  },
  'setup.notUnderstood': {
    title: '{name} を開けません：{reason}。',
    cause: '途中で切れたか、手作業で編集された可能性があります。',
    steps: ['構成をもう一度もらうか、ファイルを追加して保存し直してください。'],
  },
  'setup.tooNew': {
    title: '{name} は Esplanade の新しいバージョンで作られています。',
    cause: 'このバージョンがまだ対応していない機能を使っています。',
    steps: ['最新バージョンをインストールし、構成を開き直してください。'],
  },
  'setup.partMissing': {
    title: '{part} が {name} にありません。',
    cause: 'ファイルが移動または削除されたか、プロジェクトがこのコンピューターでビルドされていません。',
    steps: ['プロジェクトをビルドし直すか、ファイルの今の場所を指定するか、除外してください。'],
  },
  'setup.fileOnNetwork': {
    title: '{name} は別のコンピューターにあるため、開きませんでした。',
    cause:
      '構成がネットワークフォルダーを指しています。インターネットから入手した構成では、悪用されるおそれがあります。',
    steps: ['この構成を信頼できる場合は、ファイルの場所を指定してください。そうでなければ除外してください。'],
  },
};
