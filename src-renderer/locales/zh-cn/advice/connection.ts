import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `connect.*`, `protocol.*` and `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: '{path} 上的开发板没有响应。',
    cause: '开发板很可能因为没有连接复位信号线而在运行自己的程序，或者这根线只能充电。',
    steps: [
      '按住 BOOT 键，按一下 RESET 键（也标为 EN），再松开 BOOT 键，然后重试。',
      '换一根 USB 线或换一个 USB 接口，有些线只能充电。',
      '如果是自行接线，请检查电源和地线，并确认 TX 接 RX、RX 接 TX。',
    ],
  },
  'connect.wrongBootMode': {
    title: '开发板启动了自己的程序，没有等待新固件（启动模式 {bootMode}）。',
    cause: '芯片启动时没有选择下载模式：当时 {bootPin} 不是低电平。',
    steps: [
      '按住 BOOT 键，按一下 RESET 键（也标为 EN），再松开 BOOT 键，然后重试。',
      '如果没有 BOOT 键，请将 {bootPin} 接地，同时按 RESET 键或接通电源。',
      '断开以下引脚上的外部连接，进入下载模式要求它们的电平为：{bootPins}。',
    ],
  },
  'connect.noise': {
    title: '无法识别来自 {path} 的数据。',
    cause: '开发板很可能使用其他速度，或者这是其他类型的设备。',
    steps: [
      '按住 BOOT 键，按一下 RESET 键（也标为 EN），再松开 BOOT 键，然后重试。',
      '检查所选的开发板是否正确，其他设备也可能使用串口。',
      '检查地线和供电，并使用较短的线。',
    ],
  },
  'connect.notEspressif': {
    title: '{path} 上的设备不是乐鑫芯片。',
    cause: '有设备应答，但使用的不是乐鑫芯片的协议。',
    steps: ['选择其他端口。', '拔下开发板，看哪个端口消失，那就是正确的端口。'],
  },
  'connect.unknownChip': {
    title: 'Esplanade 不认识此芯片（{id}）。',
    cause: '它很可能比此版本的 Esplanade 更新。',
    steps: ['检查 Esplanade 是否有新版本。', '如果您知道芯片型号，请手动选择。'],
  },
  'connect.wrongChip': {
    title: '这是 {found}，而不是 {expected}。',
    cause: '芯片是手动选择的，而现在插入的是另一块开发板，或者芯片被误认成了相似的型号。',
    steps: ['将芯片设为自动。', '如果确实应为 {expected}，请检查插入和选择的开发板是否正确。'],
  },
  'protocol.timeout': {
    title: '开发板停止响应（{command}，{timeoutMs} 后）。',
    cause: '很可能有数据在传输中丢失，或者开发板因供电不足而重新启动。',
    steps: [
      '按开发板上的 RESET 键，然后重试。',
      '选择较低的速度，例如 115200。',
      '换一根线、换一个 USB 接口，或使用独立供电的集线器。',
    ],
  },
  'protocol.badFrame': {
    title: '开发板发送的数据在传输中损坏（{reason}）。',
    cause: '对这根线来说速度很可能太快，或者同一线路上还有其他设备在发送数据。',
    steps: [
      '选择较低的速度，例如 115200。',
      '使用较短的线，并直接连接计算机。',
      '断开开发板 TX 和 RX 引脚上的外部连接。',
    ],
  },
  'protocol.badReply': {
    title: '开发板的应答不符合预期（{command}：{reason}）。',
    cause: '很可能有数据在传输中丢失或出错。',
    steps: ['按开发板上的 RESET 键，然后重试。', '选择较低的速度，例如 115200。'],
  },
  'protocol.commandFailed': {
    title: '开发板拒绝执行此操作（{command}：{meaning}）。',
    cause: '芯片收到了命令但无法执行，原因往往在于 Flash 或供电。',
    steps: [
      '按开发板上的 RESET 键，然后重试。',
      '选择较低的速度，例如 115200。',
      '检查开发板供电是否充足，并确认 Flash 引脚上没有外部连接。',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} 使用当前加载器无法执行此操作（{command}，{loader}）。',
    cause: '芯片内置的加载器支持的命令比 flasher stub 少。',
    steps: ['请允许使用 flasher stub（快速加载器），除非此芯片没有对应版本。'],
  },
  'stub.startFailed': {
    title: 'flasher stub（快速加载器）未能在 {chip} 上启动。',
    cause: '上传的内容很可能在传输中损坏，或者芯片的保护不允许加载程序。',
    steps: ['按开发板上的 RESET 键，然后重试。', '不使用 stub 继续：速度较慢，但对芯片的要求更低。'],
  },
  'stub.noImage': {
    title: '目前还没有适用于 {chip} 的 flasher stub。',
    cause: '芯片太新，乐鑫尚未发布对应版本。',
    steps: ['不使用 stub 继续：速度较慢，结果相同。'],
  },
};
