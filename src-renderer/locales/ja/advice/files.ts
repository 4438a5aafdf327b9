import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `file.*`, `image.*` and `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} が見つかりませんでした。',
    steps: ['名前とフォルダーを確認するか、ファイルを選び直してください。'],
  },
  'file.unreadable': {
    title: '{name} を読み込めません：{reason}。',
    steps: ['ファイルを開く権限があるか確認するか、別のフォルダーにコピーしてそこから選んでください。'],
  },
  'file.empty': {
    title: '{name} は空です。',
    steps: ['ファイルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'file.tooLarge': {
    title: '{name} は大きすぎます：{sizeBytes}（上限は {limitBytes}）。',
    steps: ['正しいファイルか確認してください。'],
  },
  'file.changed': {
    title: '{name} は、選んだあとに変更されました。',
    steps: ['確認した内容がそのまま書き込まれるように、ファイルを選び直してください。'],
  },
  'file.isFolder': {
    title: '{name} はフォルダーです。',
    steps: ['その中のファイルを選んでください。'],
  },
  'file.notUnderstood': {
    title: '{name} を解釈できませんでした：{reason}。',
    steps: [
      'ファイルをもう一度ビルドまたはダウンロードしてください。',
      'Espressif のチップ用のファームウェアか確認してください。',
    ],
  },
  'file.badLine': {
    title: '{name} の {line} 行目を解釈できません：「{text}」。',
    steps: ['name、type、subtype、offset、size、flags の順に、コンマ（,）で区切って書いてください。'],
  },
  'file.nothingInside': {
    title: '{name} にファームウェアがありません。',
    steps: [
      'プロジェクトの場合は、先にビルドしてください。',
      '.bin で終わるファイルがあるフォルダーか、そのファイル自体を選んでください。',
    ],
  },
  'file.tooManyInside': {
    title: '{name} には {limit} 個を超えるファイルがあります。',
    steps: ['代わりに、中のファームウェアファイルを選んでください。'],
  },
  'file.encrypted': {
    title: '{name} はパスワードで保護されています。',
    steps: ['パスワードを使って展開し、展開したフォルダーを選んでください。'],
  },
  'file.severalBuilds': {
    title: '{name} には複数のビルドがあります：{builds}。',
    steps: ['使いたいビルドのフォルダーを選んでください。'],
  },
  'file.partMissing': {
    title: '{name} が指定しているファイル {part} がありません。',
    steps: ['プロジェクトをビルドし直すか、ダウンロードしたものをすべて展開してください。'],
  },
  'file.partRemote': {
    title: '{name} が指定している {part} はインターネット上にあります。ダウンロードは行いません。',
    steps: ['そのファイルをダウンロードし、ここで選んでください。'],
  },
  'file.partOutside': {
    title: '{name} が指定している {part} は、フォルダーの外にあります。',
    steps: ['そのファイルを信頼できる場合は、直接選んでください。'],
  },
  'file.notWritten': {
    title: '{name} を保存できませんでした：{reason}。',
    steps: ['フォルダーがあるか、書き込む権限があるか、ディスクがいっぱいでないかを確認してください。'],
  },
  'file.isInput': {
    title: '結果が、元になった {name} を置き換えてしまいます。',
    steps: ['結果に別の名前を選んでください。'],
  },

  'image.notBuilt': {
    title: '{name} からイメージを作れません：{reason}。',
    steps: [
      'チップとオプションがこのプログラムに合っているか確認してください。',
      'ビルドに使ったリンカースクリプトを確認してください。',
    ],
  },

  'input.notANumber': {
    title: '{what}：「{text}」は使える数値ではありません。',
    steps: ['0x10000、65536、64k、4M のように入力してください。'],
  },
  'input.missing': {
    title: '足りないものがあります：{what}。',
    steps: ['追加して、再試行してください。'],
  },
  'input.addressNotWanted': {
    title: '{name} には自身のアドレスがあるため、{text} は指定できません。',
    steps: ['アドレスを省いてください。'],
  },
  'input.unknownOption': {
    title: '「{text}」というオプションはありません。',
    steps: [
      'つづりを確認してください。esplanade --help でコマンドの一覧、esplanade help とコマンド名でそのオプションが表示されます。',
    ],
  },
  'input.badChoice': {
    title: '{what}：「{text}」は選択肢にありません。',
    steps: ['次のどれかを選んでください：{choices}。'],
  },
};
