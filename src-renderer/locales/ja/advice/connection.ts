import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `connect.*`, `protocol.*` and `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: '{path} のボードが応答しません。',
    steps: [
      'BOOT ボタンを押したまま RESET（EN とも書かれます）を押して離し、BOOT を離してから再試行してください。',
      '別の USB ケーブルと別の USB ポートを試してください。充電専用のケーブルもあります。',
      '自分で配線した場合は、電源と GND、および TX が RX に、RX が TX につながっているかを確認してください。',
    ],
  },
  'connect.wrongBootMode': {
    title: 'ボードは新しいファームウェアを待たず、自身のプログラムを起動しました（ブートモード {bootMode}）。',
    steps: [
      'BOOT ボタンを押したまま RESET（EN とも書かれます）を押して離し、BOOT を離してから再試行してください。',
      'BOOT ボタンがない場合は、{bootPin} を GND につないだまま RESET を押すか、電源を入れてください。',
      '次のピンにつながっているものを外してください。ダウンロードモードに必要な状態：{bootPins}。',
    ],
  },
  'connect.noise': {
    title: '{path} から届く内容を解釈できません。',
    steps: [
      'BOOT ボタンを押したまま RESET（EN とも書かれます）を押して離し、BOOT を離してから再試行してください。',
      '正しいボードを選んでいるか確認してください。シリアルポートを持つ機器はほかにもあります。',
      'GND と電源を確認し、短いケーブルを使ってください。',
    ],
  },
  'connect.notEspressif': {
    title: '{path} の機器は Espressif のチップではありません。',
    steps: ['別のポートを選んでください。', 'ボードを抜いたときに消えるポートが、正しいポートです。'],
  },
  'connect.unknownChip': {
    title: 'Esplanade が知らないチップです（{id}）。',
    steps: [
      'Esplanade の新しいバージョンがないか確認してください。',
      'チップの種類が分かる場合は、手動で選んでください。',
    ],
  },
  'connect.wrongChip': {
    title: 'これは {expected} ではなく {found} です。',
    steps: [
      'チップを「自動」にしてください。',
      '{expected} で正しい場合は、正しいボードが接続され、選ばれているか確認してください。',
    ],
  },

  'protocol.timeout': {
    title: 'ボードが応答しなくなりました（{command}、{timeoutMs} 経過）。',
    steps: [
      'ボードの RESET を押して再試行してください。',
      '115200 などの遅い速度を選んでください。',
      '別のケーブル、別の USB ポート、または電源付きのハブを試してください。',
    ],
  },
  'protocol.badFrame': {
    title: 'ボードから送られた内容が途中で壊れました（{reason}）。',
    steps: [
      '115200 などの遅い速度を選んでください。',
      '短いケーブルで、コンピューターに直接つないでください。',
      'ボードの TX ピンと RX ピンにつながっているものを外してください。',
    ],
  },
  'protocol.badReply': {
    title: 'ボードの応答が要求に合っていません（{command}：{reason}）。',
    steps: ['ボードの RESET を押して再試行してください。', '115200 などの遅い速度を選んでください。'],
  },
  'protocol.commandFailed': {
    title: 'ボードがこの操作を拒否しました（{command}：{meaning}）。',
    steps: [
      'ボードの RESET を押して再試行してください。',
      '115200 などの遅い速度を選んでください。',
      'ボードの電力が足りているか、フラッシュメモリのピンに何もつながっていないかを確認してください。',
    ],
  },
  'protocol.unsupported': {
    title: '使用中のローダーでは、{chip} でこの操作はできません（{command}、{loader}）。',
    steps: ['チップにある場合は、フラッシャースタブ（高速ローダー）を有効にしてください。'],
  },

  'stub.startFailed': {
    title: 'フラッシャースタブ（高速ローダー）が {chip} で起動しませんでした。',
    steps: [
      'ボードの RESET を押して再試行してください。',
      'スタブなしで続けてください。遅くなりますが、チップに必要な条件が減ります。',
    ],
  },
  'stub.noImage': {
    title: '{chip} 用のフラッシャースタブはまだありません。',
    steps: ['スタブなしで続けてください。遅くなりますが、結果は同じです。'],
  },
};
