import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `port.*`. */
export const portsAdvice: AdviceTextsOf<'port'> = {
  'port.notFound': {
    title: '此计算机上没有端口 {path}。',
    cause: '很可能已被拔下，或者重新插入后名称变了。',
    steps: ['检查 USB 线两端是否插好。', '重新选择开发板：重新插入后端口名称可能会改变。'],
  },
  'port.busy': {
    title: '其他程序正在使用 {path}。',
    cause: '串口同一时间只能由一个程序使用，很可能还有串口监视器或开发工具没有关闭。',
    steps: ['关闭使用串口的程序，例如 {holder}。', '如果没有打开此类程序，请拔下开发板再重新插入。'],
  },
  'port.forbidden': {
    title: '此计算机不允许您使用 {path}。',
    cause: '在 Linux 上，串口归某个用户组使用，而您的用户尚未加入该组。',
    steps: [
      '在 Linux 上，将您的用户加入 {group} 组，然后注销并重新登录。',
      '在 Windows 上，关闭使用该端口的其他程序，然后重新插入开发板。',
    ],
  },
  'port.openFailed': {
    title: '无法打开 {path}：{reason}。',
    cause: '转接芯片的驱动程序很可能没有响应，或者尚未安装。',
    steps: ['拔下开发板，稍等片刻再重新插入。', '如果系统没有自带，请安装开发板上 USB 转接芯片的驱动程序。'],
  },
  'port.unreachable': {
    title: '{path} 没有响应：{reason}。',
    cause: '服务器很可能没有运行，或者地址不完全正确。',
    steps: [
      '检查主机和端口号，并确认服务器正在运行。',
      '检查中间是否有防火墙。',
      '串口服务器请写 rfc2217://，直接传输原始字节的请写 socket://。',
    ],
  },
  'port.badAddress': {
    title: '{path} 不是有效的端口地址：{reason}。',
    cause: '地址很可能缺了一部分，或者有拼写错误。',
    steps: [
      '远程串口请写成 rfc2217://192.168.1.20:4000 的形式。',
      '原始网络端口请写成 socket://192.168.1.20:5555 的形式。',
      '虚拟开发板请写成 sim://esp32c3 的形式。',
    ],
  },
  'port.unplugged': {
    title: '{path} 上的开发板已断开。',
    cause: '连接线松动，或者开发板耗电超出 USB 接口的供电能力而重新启动。',
    steps: [
      '重新插入，然后重复刚才的操作。',
      '如果没有人碰过它，请换一根线、换一个 USB 接口，或使用独立供电的集线器。',
    ],
  },
  'port.notOpen': {
    title: '与 {path} 的连接已关闭。',
    cause: '开发板刚刚被拔下，或者操作刚刚被停止。',
    steps: ['请重新开始。'],
  },
  'port.writeFailed': {
    title: '无法向 {path} 发送数据：{reason}。',
    cause: '转接芯片不再接收数据：很可能已被拔下，或者驱动程序没有响应。',
    steps: ['拔下开发板再重新插入。', '换一根线或换一个 USB 接口。'],
  },
  'port.baudRateRefused': {
    title: '{path} 不支持 {baudRate} 波特。',
    cause: '转接芯片或其驱动程序不支持此速度。',
    steps: ['将速度设为自动，或选择较低的速度，例如 460800 或 115200。'],
  },
  'port.noneFound': {
    title: '未找到开发板。',
    cause: '这根线很可能只能充电，或者系统没有开发板上转接芯片的驱动程序。',
    steps: [
      '用支持数据传输的 USB 线连接开发板，有些线只能充电。',
      '换一个 USB 接口，不要经过集线器。',
      '如果系统没有自带，请安装开发板上 USB 转接芯片的驱动程序。',
    ],
  },
  'port.cannotListen': {
    title: '无法在 {address} 上共享：{reason}。',
    cause: '该端口号已被其他程序占用，或为系统保留。',
    steps: ['请换一个端口号，介于 1024 和 65535 之间。'],
  },
  'port.shareEnded': {
    title: '{path} 已不再共享：开发板已断开。',
    cause: '开发板被拔下，或数据线松动。',
    steps: ['重新插上它，然后在“开发板”页面上再次共享。'],
  },
};
