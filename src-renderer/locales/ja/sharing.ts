import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** ネットワーク経由でポートをほかのプログラムに渡す。 */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: 'このポートを共有',
    open: 'このポートを共有',
    intro:
      '他のプログラムが、ネットワーク経由でこのボードを自分のところに接続されているかのように使えます。esptool、シリアル端末、別のコンピューターの Esplanade などです。ここで開始するまで共有されません。',
    audience: '使える相手',
    thisComputer: 'このコンピューターのみ',
    thisComputerHint: 'ここで動くプログラムだけです。ほかからは届きません。',
    localNetwork: 'ローカルネットワーク',
    localNetworkHint: '同じネットワークにあるすべてのコンピューター。',
    warning: 'パスワードはありません。ネットワーク内の誰でも、このボードの読み出し、書き込み、消去ができます。',
    port: 'ポート番号',
    portHint: '使用中の場合は、次の空き番号を使います。',
    portBad: '1 から 65535 までの数値です。',
    start: '共有を開始',
    stop: '共有を停止',
    reason: { busy: '実行中の処理が終わるまでお待ちください。' },
    on: { thisComputer: 'このコンピューターのプログラムと共有中', localNetwork: 'ローカルネットワークと共有中' },
    away: 'ボードが外れました。すぐに戻らなければ共有は終わります。',
    address: 'アドレス',
    addressHint:
      'ほかのプログラムにポートとして渡してください。esptool --port、または Esplanade の「ネットワークポート」です。共有中、Esplanade はボードに触れません。',
    otherPort: 'ポート {wanted} は使用中なので、{port} を使います。',
    peers: '現在の接続',
    nobody: 'なし',
    since: '接続時間 {duration}',
    traffic: 'ボードへ {received}、ボードから {sent}',
    turnedAway: '{address} も接続しようとしましたが、同時に一つだけなので断りました。',
    problem: '直前の接続には対応できませんでした。{reason}',
    strip: 'ポートを共有中 | {count} 個のポートを共有中',
    stripNobody: '接続なし',
    stripUsed: '{count} 件接続中',
  },
};
