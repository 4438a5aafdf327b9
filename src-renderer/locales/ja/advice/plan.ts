import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `plan.*`, what is found before anything is written. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'この {chip} ではフラッシュ暗号化がオンになっていないため、暗号化されたファイルは起動しません。',
    steps: [
      'ファイルを暗号化なしで書き込んでください。暗号化に対応したファームウェアは、初回起動時にフラッシュを暗号化します。',
    ],
  },
  'plan.cannotEncrypt': {
    title: '{chip} には暗号化して書き込めません。',
    steps: ['ファイルを暗号化なしで書き込んでください。'],
  },
  'plan.nothingToWrite': {
    title: '書き込むものがまだありません。',
    steps: [
      'ファームウェアファイルをウインドウにドロップするか、選んでください。',
      '表の少なくとも 1 行をオンにしてください。',
    ],
  },
  'plan.unaligned': {
    title: '{name} を {offset} には書き込めません。',
    steps: ['{align} の倍数のアドレスを使ってください。'],
  },
  'plan.overlap': {
    title: '{name} と {otherName} の書き込み先が、{offset} から {endOffset} まで重なっています。',
    steps: ['どちらかのアドレスを変えるか、どちらかの行をオフにしてください。'],
  },
  'plan.pastEnd': {
    title: '{name} の終わりは {endOffset} ですが、フラッシュメモリは {flashSizeBytes} しかありません。',
    steps: [
      '{name} のアドレスを確認してください。',
      'このファームウェアが、フラッシュの小さいこのボード用か確認してください。',
    ],
  },
  'plan.wrongChip': {
    title: '{name} は {imageChip} 用ですが、このボードのチップは {chip} です。',
    steps: [
      '{chip} 用のファームウェアを入手してください。',
      '別のボードに書き込むつもりだった場合は、接続して選んでください。',
    ],
  },
  'plan.wrongRevision': {
    title: '{name} にはチップのリビジョン {required} が必要ですが、この {chip} は {revision} です。',
    steps: ['このリビジョン用にビルドされたファームウェアを入手してください。'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'ブートローダー {name} は {offset} にありますが、{chip} はそこを探しません。',
    steps: ['{expectedOffset} に移してください。'],
  },
  'plan.imageBroken': {
    title: '{name} は破損しています：{reason}。',
    steps: ['ファイルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'plan.partitionTableTooLarge': {
    title:
      'パーティションテーブル {name} は {endOffset} まで使いますが、フラッシュメモリは {flashSizeBytes} しかありません。',
    steps: ['このフラッシュサイズ用のファームウェアか、フラッシュの大きいボードを使ってください。'],
  },
  'plan.appTooLarge': {
    title:
      'プログラム {name} は {sizeBytes} ですが、パーティション {partition} には {partitionSizeBytes} しか入りません。',
    steps: ['このプログラムと一緒にビルドされたパーティションテーブルを書き込んでください。'],
  },
  'plan.sharedSector': {
    title: '{name} と {otherName} は {offset} の 4 KB のフラッシュを共有していて、別々には消去できません。',
    steps: ['どちらかを、次の 0x1000 の倍数に移してください。'],
  },
  'plan.erasesBefore': {
    title: '{name} を {offset} に書き込むと、{erasedOffset} からの内容も消去されます。',
    steps: ['そこに大事なものがある場合は、0x1000 の倍数のアドレスを使ってください。'],
  },
  'plan.appAtBootloader': {
    title: '{name} はプログラムですが、{chip} のブートローダーの場所 {offset} にあります。',
    steps: ['{expectedOffset} に移してください。'],
  },
  'plan.appNotOnPartition': {
    title: 'プログラム {name} は {offset} にありますが、そこから始まるプログラム用パーティションはありません。',
    steps: ['パーティション {partition} が始まる {expectedOffset} に移してください。'],
  },
  'plan.wrongTableOffset': {
    title: 'パーティションテーブル {name} は {offset} にありますが、ブートローダーはそこを探しません。',
    steps: ['ブートローダーが別の場所用にビルドされたのでなければ、{expectedOffset} に移してください。'],
  },
  'plan.partitionTableBroken': {
    title: 'パーティションテーブル {name} の {partition} に誤りがあります：{reason}。',
    steps: ['パーティションテーブルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} のフラッシュサイズは {headerSizeBytes} に設定されていますが、ボードは {flashSizeBytes} です。',
    steps: ['フラッシュサイズを「自動」にすると、書き込み時に正しいサイズがファイルに入ります。'],
  },
  'plan.signedNotPatched': {
    title: '{name} は署名されているため、フラッシュ設定は変更されません。',
    steps: ['設定が合っていない場合は、正しいフラッシュ設定でビルドし、署名し直してください。'],
  },
  'plan.builtForEncryption': {
    title: '{name} はフラッシュ暗号化用にビルドされていますが、暗号化せずにそのまま書き込まれます。',
    steps: [
      '新しいボードではこれで正しく、初回起動時にフラッシュメモリが永久に暗号化されます。',
      '暗号化したくない場合は、フラッシュ暗号化をオフにしてビルドしてください。',
    ],
  },
  'plan.noBootloader': {
    title: 'フラッシュメモリを消去しますが、そのあとブートローダーを書き込まないため、{chip} は起動しません。',
    steps: ['{expectedOffset} にブートローダーを追加するか、先にすべて消去しないでください。'],
  },
  'plan.noPartitionTable': {
    title: 'フラッシュメモリを消去しますが、そのあとパーティションテーブルを書き込まないため、{chip} は起動しません。',
    steps: ['{expectedOffset} にパーティションテーブルを追加するか、先にすべて消去しないでください。'],
  },
  'plan.noBootloaderThere': {
    title: 'ボードにもファイルの中にもブートローダーがないため、{chip} は起動しません。',
    steps: [
      '同じビルドのブートローダーを {expectedOffset} に追加するか、1 つのファイルにまとまった完全なファームウェアを使ってください。',
    ],
  },
  'plan.noTableThere': {
    title: 'ボードにもファイルの中にもパーティションテーブルがないため、{chip} は起動しません。',
    steps: ['同じビルドのパーティションテーブルを {expectedOffset} に追加してください。'],
  },
  'plan.otherAppStarts': {
    title: 'ボードが起動するのは {starting} ですが、{name} は {partition} に書き込まれます。',
    steps: [
      '{starting} が始まる {expectedOffset} に移してください。',
      'または、同じビルドの OTA データ（ota_data_initial.bin または boot_app0.bin）を追加してください。最初のアプリが起動するようになります。',
    ],
  },
  'plan.everythingErased': {
    title: '先にボード上のすべてを消去します。保存された設定、Wi-Fi、ファイルは失われます。',
    steps: ['残すには、「先にすべて消去」をオフにしてください。'],
  },
  'plan.dataOverwritten': {
    title: 'ボードに保存された内容が {name} で上書きされます：{partitions}。',
    steps: ['必要な場合は先にバックアップするか、このファイルを書き込まないでください。'],
  },
  'plan.dataOutOfReach': {
    title: '新しいパーティションテーブルに、ボードに保存された内容の場所がありません：{partitions}。',
    steps: [
      '必要な場合は、先にバックアップしてください。',
      'または、ボードと同じパーティションテーブルのファームウェアを使ってください。',
    ],
  },
  'plan.settingsWithheld': {
    title: '{name} には保存された設定（{partitions}）が含まれています。今の設定を残すため、その部分は書き込みません。',
    steps: ['バックアップを戻すときのように、ボードの設定を置き換えるには、ファイルのまま書き込んでください。'],
  },
};
