import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `plan.*`, what is found before anything is written. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'この {chip} ではフラッシュ暗号化がオンになっていないため、暗号化されたファイルは起動しません。',
    cause: 'フラッシュ暗号化が設定されていないボードに対して、「暗号化」がオンになっています。',
    steps: [
      'ファイルを暗号化なしで書き込んでください。暗号化に対応したファームウェアは、初回起動時にフラッシュを暗号化します。',
    ],
  },
  'plan.cannotEncrypt': {
    title: '{chip} には暗号化して書き込めません。',
    cause: 'このチップには、書き込み時に使えるフラッシュ暗号化がありません。',
    steps: ['ファイルを暗号化なしで書き込んでください。'],
  },
  'plan.nothingToWrite': {
    title: '書き込むものがまだありません。',
    cause: 'ファイルが追加されていないか、すべての行がオフになっています。',
    steps: [
      'ファームウェアファイルをウインドウにドロップするか、選んでください。',
      '表の少なくとも 1 行をオンにしてください。',
    ],
  },
  'plan.unaligned': {
    title: '{name} を {offset} には書き込めません。',
    cause: 'アドレスの桁に誤りがある可能性があります。',
    steps: ['{align} の倍数のアドレスを使ってください。フラッシュメモリにはそこからしか書き込めません。'],
  },
  'plan.overlap': {
    title: '{name} と {otherName} の書き込み先が、{offset} から {endOffset} まで重なっています。',
    cause: '別々のビルドのファイルが混ざったか、アドレスの桁が 1 つ足りない可能性があります。',
    steps: ['どちらかのアドレスを変えるか、どちらかの行をオフにしてください。'],
  },
  'plan.pastEnd': {
    title: '{name} の終わりは {endOffset} ですが、フラッシュメモリは {flashSizeBytes} しかありません。',
    cause: 'アドレスが違うか、フラッシュの大きいボード用のファームウェアの可能性があります。',
    steps: [
      '{name} のアドレスを確認してください。',
      'このファームウェアが、フラッシュの小さいこのボード用か確認してください。',
    ],
  },
  'plan.wrongChip': {
    title: '{name} は {imageChip} 用ですが、このボードのチップは {chip} です。',
    cause: '別のボード用にダウンロードしたものの可能性があります。',
    steps: [
      '{chip} 用のファームウェアを入手してください。',
      '別のボードに書き込むつもりだった場合は、接続して選んでください。',
    ],
  },
  'plan.wrongRevision': {
    title: '{name} にはチップのリビジョン {required} が必要ですが、この {chip} は {revision} です。',
    cause: 'ファームウェアが、別のリビジョンのチップにしかない機能を使っています。',
    steps: ['このリビジョン用にビルドされたファームウェアを入手してください。'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'ブートローダー {name} は {offset} にありますが、{chip} はそこを探しません。',
    cause: '別のチップのアドレスです。探す場所はチップのシリーズごとに異なります。',
    steps: ['{expectedOffset} に移してください。'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} はファームウェア全体を含むファイルです。書き込む場所は {offset} ではなく {expectedOffset} です。',
    cause: 'このままでは、どの部分も間違った場所に書き込まれます。',
    steps: ['{expectedOffset} に移してください。'],
  },
  'plan.secureBootloader': {
    title: 'この {chip} はセキュアブートがオンです。{name} を書き込むとブートローダーが置き換わります。',
    cause: '正しい鍵で署名されていないブートローダーでは、チップが二度と起動しなくなることがあります。',
    steps: ['ボードのメーカーの指示がない限り、{name} は書き込まないでください。'],
  },
  'plan.unsignedApp': {
    title: '{name} は署名されていません。この {chip} は正しい鍵で署名されたものだけを起動します。',
    cause: 'メーカーがセキュアブートをオンにしていて、元に戻すことはできません。',
    steps: ['ボードのメーカーが署名したファームウェアを使ってください。'],
  },
  'plan.imageBroken': {
    title: '{name} は破損しています：{reason}。',
    cause: 'ダウンロードが途中で切れたか、ビルド後に変更された可能性があります。',
    steps: ['ファイルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'plan.partitionTableTooLarge': {
    title:
      'パーティションテーブル {name} は {endOffset} まで使いますが、フラッシュメモリは {flashSizeBytes} しかありません。',
    cause: 'フラッシュの大きいボード用に作られています。',
    steps: ['このフラッシュサイズ用のファームウェアか、フラッシュの大きいボードを使ってください。'],
  },
  'plan.appTooLarge': {
    title:
      'プログラム {name} は、パーティション {partition}（{partitionSizeBytes}）より {excessBytes} 大きくなっています。',
    cause: 'プログラムが大きくなったか、パーティションテーブルが別のビルドのものです。',
    steps: ['このプログラムと一緒にビルドされたパーティションテーブルを書き込んでください。'],
  },
  'plan.sharedSector': {
    title: '{name} と {otherName} は {offset} の 4 KB のフラッシュを共有していて、別々には消去できません。',
    cause: 'フラッシュメモリは 4 KB 単位で消去され、それより小さくは消去できません。',
    steps: ['どちらかを、次の 0x1000 の倍数に移してください。'],
  },
  'plan.erasesBefore': {
    title: '{name} を {offset} に書き込むと、{erasedOffset} からの内容も消去されます。',
    cause: 'フラッシュメモリは 4 KB 単位で消去され、それより小さくは消去できません。',
    steps: ['そこに大事なものがある場合は、0x1000 の倍数のアドレスを使ってください。'],
  },
  'plan.appAtBootloader': {
    title: '{name} はプログラムですが、{chip} のブートローダーの場所 {offset} にあります。',
    cause: 'アドレスが最初の行のままか、完全なファームウェアと取り違えている可能性があります。',
    steps: ['{expectedOffset} に移してください。'],
  },
  'plan.appNotOnPartition': {
    title: 'プログラム {name} は {offset} にありますが、そこから始まるプログラム用パーティションはありません。',
    cause: '別のパーティションテーブルのアドレスです。',
    steps: ['パーティション {partition} が始まる {expectedOffset} に移してください。'],
  },
  'plan.wrongTableOffset': {
    title: 'パーティションテーブル {name} は {offset} にありますが、ブートローダーはそこを探しません。',
    cause: '別のビルドのアドレスの可能性があります。',
    steps: ['ブートローダーが別の場所用にビルドされたのでなければ、{expectedOffset} に移してください。'],
  },
  'plan.partitionTableBroken': {
    title: 'パーティションテーブル {name} の {partition} に誤りがあります：{reason}。',
    cause: '手作業で編集されたか、途中で切れている可能性があります。',
    steps: ['パーティションテーブルをもう一度ビルドまたはダウンロードしてください。'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} のフラッシュサイズは {headerSizeBytes} に設定されていますが、ボードは {flashSizeBytes} です。',
    cause: 'フラッシュメモリのサイズが違うボード用にビルドされています。',
    steps: ['フラッシュサイズを「自動」にすると、書き込み時に正しいサイズがファイルに入ります。'],
  },
  'plan.signedNotPatched': {
    title: '{name} は署名されているため、フラッシュ設定は変更されません。',
    cause: '少しでも変更すると、署名が無効になります。',
    steps: ['設定が合っていない場合は、正しいフラッシュ設定でビルドし、署名し直してください。'],
  },
  'plan.builtForEncryption': {
    title: '{name} はフラッシュ暗号化用にビルドされていますが、暗号化せずにそのまま書き込まれます。',
    cause: 'ビルドの設定でフラッシュ暗号化がオンになっています。',
    steps: [
      '新しいボードではこれで正しく、初回起動時にフラッシュメモリが永久に暗号化されます。',
      '暗号化したくない場合は、フラッシュ暗号化をオフにしてビルドしてください。',
    ],
  },
  'plan.noBootloader': {
    title: 'フラッシュメモリを消去しますが、そのあとブートローダーを書き込まないため、{chip} は起動しません。',
    cause: 'ビルドの一部だけが選ばれています。',
    steps: ['{expectedOffset} にブートローダーを追加するか、先にすべて消去しないでください。'],
  },
  'plan.noPartitionTable': {
    title: 'フラッシュメモリを消去しますが、そのあとパーティションテーブルを書き込まないため、{chip} は起動しません。',
    cause: 'ビルドの一部だけが選ばれています。',
    steps: ['{expectedOffset} にパーティションテーブルを追加するか、先にすべて消去しないでください。'],
  },
  'plan.noBootloaderThere': {
    title: 'ボードにもファイルの中にもブートローダーがないため、{chip} は起動しません。',
    cause: 'ボードが新品か消去済みで、ビルドの一部だけが選ばれています。',
    steps: [
      '同じビルドのブートローダーを {expectedOffset} に追加するか、1 つのファイルにまとまった完全なファームウェアを使ってください。',
    ],
  },
  'plan.noTableThere': {
    title: 'ボードにもファイルの中にもパーティションテーブルがないため、{chip} は起動しません。',
    cause: 'ボードが新品か消去済みで、ビルドの一部だけが選ばれています。',
    steps: ['同じビルドのパーティションテーブルを {expectedOffset} に追加してください。'],
  },
  'plan.otherAppStarts': {
    title: 'ボードが起動するのは {starting} ですが、{name} は {partition} に書き込まれます。',
    cause: 'ボードは以前 OTA で更新され、それ以来もう一方のアプリを起動しています。',
    steps: [
      '{starting} が始まる {expectedOffset} に移してください。',
      'または、同じビルドの OTA データ（ota_data_initial.bin または boot_app0.bin）を追加してください。最初のアプリが起動するようになります。',
    ],
  },
  'plan.everythingErased': {
    title: '先にボード上のすべてを消去します。保存された設定、Wi-Fi、ファイルは失われます。',
    cause: '「先にすべて消去」がオンになっています。',
    steps: ['残すには、「先にすべて消去」をオフにしてください。'],
  },
  'plan.dataOverwritten': {
    title: 'ボードに保存された内容が {name} で上書きされます：{partitions}。',
    cause: '完全なファームウェアによくあるようにファイルにその領域が含まれているか、アドレスが間違っています。',
    steps: ['必要な場合は先にバックアップするか、このファイルを書き込まないでください。'],
  },
  'plan.dataOutOfReach': {
    title: '新しいパーティションテーブルに、ボードに保存された内容の場所がありません：{partitions}。',
    cause: '新しいファームウェアでは、フラッシュメモリの分け方が異なります。',
    steps: [
      '必要な場合は、先にバックアップしてください。',
      'または、ボードと同じパーティションテーブルのファームウェアを使ってください。',
    ],
  },
  'plan.settingsWithheld': {
    title: '{name} には保存された設定（{partitions}）が含まれています。今の設定を残すため、その部分は書き込みません。',
    cause: '「設定を残す」がオンになっています。',
    steps: ['バックアップを戻すときのように、ボードの設定を置き換えるには、ファイルのまま書き込んでください。'],
  },
};
