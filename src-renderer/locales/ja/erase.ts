import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** The Erase page. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: 'ボードを消去',
    what: '消去する範囲',
    allHint: 'フラッシュ全体を工場出荷時の状態にします。',
    partitionHint: '保存された設定や Wi-Fi など。',
    regionHint: '入力したアドレスからセクター単位で消去します。',
    willBeErased: '消去する範囲',
    button: '消去',
    buttonAll: 'すべて消去',
    buttonOne: '{name} を消去',
    ready: '{size} を消去します。元に戻せません。',
    losses: '失われるもの',
    allLost:
      'アプリ、ブートローダー、保存された設定、Wi-Fi パスワード、ファイルなど、ボード上のすべてです。もう一度書き込むまで起動しません。',
    someLost: '次のパーティションの内容のうち、この領域に含まれる部分：',
    noPartition: 'パーティションに属するものはありません。',
    unknownLoss: 'そこにあるものすべてです。何があるかは、ボードのパーティションテーブルを読み取ると分かります。',
    nothingChosen: 'まだ何も選ばれていません。',
    sectors:
      'フラッシュメモリは 4 kB（0x1000 バイト）のセクター単位で消去され、すべて 1 になります。必要になりそうなら、先にバックアップしてください。',
    force: 'それでも消去する',
    forceHint:
      'このボードは署名または暗号化されたファームウェアだけを起動します。それがないと、二度と起動しなくなることがあります。',
    word: '消去',
    typeWord: '確認のため「{word}」と入力してください',
    reason: {
      locked: 'このボードは保護されています。上の説明をご覧ください。',
      sizeNotTold: '先にフラッシュのサイズを選んでください。',
      sizeUnknown: 'フラッシュのサイズが不明です。領域を指定して消去してください。',
      confirm: '確認のため、上に「{word}」と入力してください。',
    },
    done: '消去完了',
    proven: '空白になりました。チップが計算した MD5 は消去済みフラッシュのものと一致しました。',
    unproven: 'チップは完了と応答しました。読み取って証明することはできません。',
  },
};
