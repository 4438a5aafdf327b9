import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `flash.*`. */
export const flashAdvice: AdviceTextsOf<'flash'> = {
  'flash.noAnswer': {
    title: 'Flash 没有响应（ID {flashId}）。',
    cause: 'Flash 没有供电、接线方式不同，或者它的引脚被其他部件占用。',
    steps: [
      '断开开发板上的所有外部接线，然后重试。',
      '检查开发板的 3.3 V 供电是否稳定。',
      '如果 Flash 是独立芯片，请检查其焊接和接线。',
    ],
  },
  'flash.sizeUnknown': {
    title: 'Flash 没有提供自身大小（ID {flashId}）。',
    cause: '很可能是一款少见的芯片，其 ID 中不含大小。',
    steps: ['手动选择 Flash 大小，可查阅开发板或模组的说明。'],
  },
  'flash.sizeNotTold': {
    title: '此 {chip} 处于安全下载模式，不提供 Flash 大小。',
    cause: '安全下载模式不允许查询 Flash 的任何信息。',
    steps: ['手动选择 Flash 大小，可查阅开发板或模组的说明。'],
  },
  'flash.notVerified': {
    title: '所有内容已发送并被此 {chip} 接收，但它不允许检查 Flash 中现有的内容。',
    cause: '安全下载模式不允许读取或比对。',
    steps: [
      '安全下载模式就是如此，应用能够启动即可作为证明。',
      '如果无法启动，请用较低的速度（例如 115200）再烧录一次。',
    ],
  },
  'flash.cannotProve': {
    title: '此 {chip} 处于安全下载模式，写入的内容无法读回比对。',
    cause: '安全下载模式不允许读取或比对。',
    steps: [
      '如果确信文件和连接线没有问题，请选择写入但不校验（命令行中使用 --force）。',
      '之后让开发板启动，看它是否正常工作。',
    ],
  },
  'flash.verifyFailed': {
    title: 'Flash 中 {offset} 处的内容与写入的 {name} 不符。',
    cause: '有数据在传输中出错或没有写入成功，常见原因是供电和连接线。',
    steps: [
      '用较低的速度（例如 115200）再烧录一次。',
      '检查开发板供电是否充足：换一根线，或使用独立供电的集线器。',
      '如果总在同一位置出错，说明 Flash 有写保护（可在“开发板 → 工具”查看）或已损耗。',
    ],
  },
  'flash.notEncrypted': {
    title: '{name} 在 Flash 的 {offset} 处是明文：芯片没有对它加密。',
    cause: '芯片还没有用于加密的密钥。',
    steps: ['芯片的 Flash 加密还没有密钥，首次启动其固件时才会生成。', '以不加密的方式写入固件，并让它启动一次。'],
  },
  'flash.encryptedWriteForbidden': {
    title: '此 {chip} 已永久禁止从外部加密写入。',
    cause: '此芯片的一个 eFuse 禁止这样做，而 eFuse 无法恢复。',
    steps: ['Flash 加密的发布模式就是如此，请通过 OTA 更新。', '在计算机上用同一密钥加密过的文件可以原样写入。'],
  },
  'flash.differs': {
    title: 'Flash 中 {offset} 处的内容与 {name} 不符：{sectors} 个 4 KB 扇区不同。',
    cause: '烧录的是其他版本、使用了其他 Flash 设置，或者应用更改了自己的数据。',
    steps: [
      '如果写入时使用了其他模式、频率或大小设置，请在此使用相同的设置。',
      '应用运行时会更改自己的数据，这不是故障。',
    ],
  },
  'flash.readUnstable': {
    title: '在 {offset} 处两次读取 Flash 的结果不同。',
    cause: '与 Flash 的连接不稳定，原因可能是供电、接线或器件损耗。',
    steps: [
      '用较低的速度（例如 115200）再读取一次。',
      '检查开发板供电是否充足：换一根线，或使用独立供电的集线器。',
      '断开 Flash 引脚上的所有外部连接。',
    ],
  },
  'flash.notErased': {
    title: 'Flash 在 {offset} 处未被擦除。',
    cause: 'Flash 状态寄存器中的保护位很可能已设置。',
    steps: [
      '很可能有写保护：请查看状态寄存器（开发板 → 工具），将其设为 0 以解除保护。',
      '检查开发板供电是否充足，然后再擦除一次。',
    ],
  },
  'flash.statusChanged': {
    title: 'Flash 芯片的状态寄存器与读取时不同：现在是 {now}，而不是 {was}。',
    cause: '插入了另一块开发板，或者期间有其他程序写入了该寄存器。',
    steps: ['没有写入任何内容。', '请确认仍是同一块开发板，重新读取状态后再决定。'],
  },
  'flash.filesChanged': {
    title: '{name} 中的文件与读取时不同。',
    cause: '开发板上的应用在此期间写入了文件，或这是另一块开发板。',
    steps: [
      '没有写入任何内容。',
      '请重新读取文件，之后需要重新进行更改。',
      '如果每次都这样，说明应用每次启动都会写入。请在“烧录”页面的选项中选择“停留在下载模式”，让开发板等待。',
    ],
  },
  'flash.encrypted': {
    title: '此 {chip} 已启用 Flash 加密，只启动为它加密的固件。',
    cause: '厂商启用了 Flash 加密，此操作无法撤销。',
    steps: ['向开发板厂商索取固件，或通过其专用程序更新。', '如果芯片处于开发模式，请在写入时启用加密。'],
  },
  'flash.secureBoot': {
    title: '此 {chip} 已启用安全启动，只启动用正确密钥签名的固件。',
    cause: '厂商启用了安全启动，此操作无法撤销。',
    steps: ['使用开发板厂商提供的已签名固件。', '不要写入其他引导加载程序，否则芯片可能再也无法启动。'],
  },
  'flash.secureDownloadMode': {
    title: '此 {chip} 处于安全下载模式，不允许此操作（{operation}）。',
    cause: '厂商启用了此模式，此操作无法撤销。',
    steps: ['只能写入 Flash，且必须手动选择 Flash 大小。'],
  },
};
