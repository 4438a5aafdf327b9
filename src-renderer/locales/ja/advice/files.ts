import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `file.*`, `image.*` and `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} が見つかりませんでした。',
    cause: '移動、名前の変更、または削除がされたか、まだビルド中です。',
    steps: ['名前とフォルダーを確認するか、ファイルを選び直してください。'],
  },
  'file.unreadable': {
    title: '{name} を読み込めません：{reason}。',
    cause: '別のユーザーのファイルか、別のプログラムが占有しています。',
    steps: ['ファイルを開く権限があるか確認するか、別のフォルダーにコピーしてそこから選んでください。'],
  },
  'file.empty': {
    title: '{name} は空です。',
    cause: 'ビルドまたはダウンロードが途中で止まった可能性があります。',
    steps: ['ファイルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'file.tooLarge': {
    title: '{name} は大きすぎます：{sizeBytes}（上限は {limitBytes}）。',
    cause: 'ファームウェアファイルではない可能性があります。',
    steps: ['正しいファイルか確認してください。'],
  },
  'file.changed': {
    title: '{name} は、選んだあとに変更されました。',
    cause: 'その間にビルドし直された可能性があります。',
    steps: ['確認した内容がそのまま書き込まれるように、ファイルを選び直してください。'],
  },
  'file.isFolder': {
    title: '{name} はフォルダーです。',
    cause: 'ファイルが必要なところに、フォルダーが指定されています。',
    steps: ['その中のファイルを選んでください。'],
  },
  'file.notUnderstood': {
    title: '{name} を解釈できませんでした：{reason}。',
    cause: 'ダウンロードが途中で切れたか、名前とは違う種類のファイルの可能性があります。',
    steps: [
      'ファイルをもう一度ビルドまたはダウンロードしてください。',
      'Espressif のチップ用のファームウェアか確認してください。',
    ],
  },
  'file.badLine': {
    title: '{name} の {line} 行目を解釈できません：「{text}」。',
    cause: '行の項目数が違うか、パーティションに使えない値があります。',
    steps: ['name、type、subtype、offset、size、flags の順に、コンマ（,）で区切って書いてください。'],
  },
  'file.nothingInside': {
    title: '{name} にファームウェアがありません。',
    cause: 'プロジェクトがまだビルドされていないか、別のフォルダーの可能性があります。',
    steps: [
      'プロジェクトの場合は、先にビルドしてください。',
      '.bin で終わるファイルがあるフォルダーか、そのファイル自体を選んでください。',
    ],
  },
  'file.tooManyInside': {
    title: '{name} には {limit} 個を超えるファイルがあります。',
    cause: 'ファームウェアのパッケージではない可能性があります。',
    steps: ['代わりに、中のファームウェアファイルを選んでください。'],
  },
  'file.encrypted': {
    title: '{name} はパスワードで保護されています。',
    cause: '作成した人がパスワードを設定しています。',
    steps: ['パスワードを使って展開し、展開したフォルダーを選んでください。'],
  },
  'file.severalBuilds': {
    title: '{name} には複数のビルドがあります：{builds}。',
    cause: 'プロジェクトが複数のボードまたは環境向けにビルドされています。',
    steps: ['使いたいビルドのフォルダーを選んでください。'],
  },
  'file.partMissing': {
    title: '{name} が指定しているファイル {part} がありません。',
    cause: 'ビルドが完了していないか、ダウンロードしたものの一部しか展開されていない可能性があります。',
    steps: ['プロジェクトをビルドし直すか、ダウンロードしたものをすべて展開してください。'],
  },
  'file.partRemote': {
    title: '{name} が指定している {part} はインターネット上にあります。ダウンロードは行いません。',
    cause: '必要なファイルを自動で取得する、Web ページのインストーラー用に作られています。',
    steps: ['そのファイルをダウンロードし、ここで選んでください。'],
  },
  'file.partOutside': {
    title: '{name} が指定している {part} は、フォルダーの外にあります。',
    cause: 'フォルダーの構成が違うコンピューターで作られたか、信頼できない人が作ったものです。',
    steps: ['そのファイルを信頼できる場合は、直接選んでください。'],
  },
  'file.notWritten': {
    title: '{name} を保存できませんでした：{reason}。',
    cause: 'ディスクがいっぱいか、フォルダーがないか、書き込む権限がありません。',
    steps: ['フォルダーがあるか、書き込む権限があるか、ディスクがいっぱいでないかを確認してください。'],
  },
  'file.isInput': {
    title: '結果が、元になった {name} を置き換えてしまいます。',
    cause: '元のファイルと結果に同じ名前が選ばれています。',
    steps: ['結果に別の名前を選んでください。'],
  },

  'image.notBuilt': {
    title: '{name} からイメージを作れません：{reason}。',
    cause: 'プログラムが別のチップ用にリンクされたか、イメージに入れられないメモリ領域を使っている可能性があります。',
    steps: [
      'チップとオプションがこのプログラムに合っているか確認してください。',
      'ビルドに使ったリンカースクリプトを確認してください。',
    ],
  },

  'input.notANumber': {
    title: '{what}：「{text}」は使える数値ではありません。',
    cause: '余分な文字があるか、ここで使える範囲より大きい可能性があります。',
    steps: ['0x10000、65536、64k、4M のように入力してください。'],
  },
  'input.missing': {
    title: '足りないものがあります：{what}。',
    cause: 'コマンドの一部が省かれています。',
    steps: ['追加して、再試行してください。'],
  },
  'input.addressNotWanted': {
    title: '{name} には自身のアドレスがあるため、{text} は指定できません。',
    cause: '各部分の場所は、ファイル自体に書かれています。',
    steps: ['アドレスを省いてください。'],
  },
  'input.unknownOption': {
    title: '「{text}」というオプションはありません。',
    cause: 'つづりが違うか、別のコマンドのオプションの可能性があります。',
    steps: [
      'つづりを確認してください。esplanade --help でコマンドの一覧、esplanade help とコマンド名でそのオプションが表示されます。',
    ],
  },
  'input.badChoice': {
    title: '{what}：「{text}」は選択肢にありません。',
    cause: 'つづりが違うか、別のチップまたはコマンドの選択肢の可能性があります。',
    steps: ['次のどれかを選んでください：{choices}。'],
  },
};
